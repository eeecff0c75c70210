import type { Description } from '../description';
import type { Line } from '../line';
import type { Section } from '../section';
import { capital, clip, count, list } from '../words';
import { matchLines, type Match } from './match';
import type { DescriptionDiff, Finding, SectionDiff } from './types';

/** What changed inside a line: `port 9 became 57536`, or the whole value where its form changed. */
function change(before: Line, after: Line): string {
	const [old, now] = [before.fields, after.fields];
	const positions = Array.from({ length: now.length }, (_, at) => at);
	const alike =
		old.length === now.length && positions.every((at) => old.nameAt(at) === now.nameAt(at));
	if (!alike) return `${clip(before.value)} became ${clip(after.value)}`;
	const changed = positions
		.filter((at) => old.at(at) !== now.at(at))
		.map((at) => `${clip(now.nameAt(at))} ${clip(old.at(at))} became ${clip(now.at(at))}`);
	// Only the space between the words may differ.
	return changed.length === 0 ? 'it is written differently' : list(changed);
}

function finding({ before, after }: Match): Finding | null {
	const line = after ?? before;
	if (line === null || before?.text === after?.text) return null;
	const about = line.attribute === '' ? line.type : line.attribute;
	if (before === null || after === null) {
		const verdict = before === null ? 'added' : 'removed';
		return { about, verdict, before, after, meaning: `${capital(verdict)}: ${line.explanation}` };
	}
	const what = line.rule?.about ?? `The line ${about}`;
	const meaning = `${what}: ${change(before, after)}.`;
	return { about, verdict: 'changed', before, after, meaning };
}

function findingsOf(before: Section, after: Section): Finding[] {
	return matchLines(before, after)
		.map(finding)
		.filter((found) => found !== null);
}

/** `8 candidates added, m and c changed`: what is seen at a glance. */
function summarise(findings: readonly Finding[]): string {
	const parts: string[] = [];
	for (const verdict of ['added', 'removed', 'changed'] as const) {
		const amounts = new Map<string, number>();
		for (const found of findings) {
			if (found.verdict === verdict) amounts.set(found.about, (amounts.get(found.about) ?? 0) + 1);
		}
		const names = [...amounts].map(([about, amount]) =>
			amount === 1 ? about : count(amount, about === 'candidate' ? about : `${about} line`)
		);
		if (names.length > 0) parts.push(`${list(names)} ${verdict}`);
	}
	return parts.length === 0 ? 'Nothing changed.' : `${capital(parts.join('; '))}.`;
}

function sectionDiff(before: Section | undefined, after: Section | undefined): SectionDiff | null {
	const section = after ?? before;
	if (section === undefined) return null;
	const { index, mid, kind } = section;
	if (before === undefined || after === undefined) {
		const outcome = before === undefined ? 'added' : 'removed';
		const summary = `This ${clip(kind)} section was ${outcome}.`;
		return { index, mid, kind, outcome, summary, findings: [] };
	}
	const findings = findingsOf(before, after);
	const outcome = findings.length === 0 ? 'same' : 'changed';
	return { index, mid, kind, outcome, summary: summarise(findings), findings };
}

/** The section of `before` that a section continues: by mid, else by position where no mid is given. */
function predecessor(section: Section, before: Description): Section | undefined {
	if (section.mid !== null) {
		const named = before.sectionOf(section.mid);
		if (named !== undefined) return named;
	}
	const placed = before.sections[section.index];
	return placed?.mid === null || section.mid === null ? placed : undefined;
}

/**
 * Compares two versions of one side's description: createOffer's result and `localDescription`,
 * before and after gathering, before and after renegotiation.
 */
export function diffRevision(before: Description, after: Description): DescriptionDiff {
	const continued = new Set<Section>();
	const sections = after.sections.map((section) => {
		const earlier = predecessor(section, before);
		if (earlier !== undefined) continued.add(earlier);
		return sectionDiff(earlier, section);
	});
	const removed = before.sections
		.filter((section) => !continued.has(section))
		.map((section) => sectionDiff(section, undefined));
	const all = [...sections, ...removed].filter((section) => section !== null);
	const session = findingsOf(before.session, after.session);
	const every = [...session, ...all.flatMap(({ findings }) => findings)];
	const moved = all.filter(({ outcome }) => outcome === 'added' || outcome === 'removed');
	const summary =
		moved.length === 0
			? summarise(every)
			: `${summarise(every).slice(0, -1)}; ${list(moved.map(({ kind, outcome }) => `${clip(kind)} section ${outcome}`))}.`;
	return { relation: 'revision', summary, session, sections: all };
}
