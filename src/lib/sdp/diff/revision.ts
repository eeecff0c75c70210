import type { Description, Line, Section } from '../description';
import { capital, clip, count, list, quote } from '../words';
import { inherits } from './bundled';
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

/** What a line that is gone leaves behind: in a bundle the tagged section may say it for all. */
function inheritance(line: Line, section: Section): string | null {
	const tagged = inherits(section, line.attribute);
	return tagged?.attribute(line.attribute) === undefined
		? null
		: `No longer repeated here: section ${quote(tagged.mid ?? '')} says it for the whole bundle (RFC 9143, 7.1.3).`;
}

const ROLES_STAY =
	'The roles of a DTLS association may not change while it stands (RFC 8842, 5.3).';

/** What a change means for the connection, where it means more than it says; else empty. */
function consequence(before: Line, after: Line): string {
	const roles = [before, after].map(({ fields }) => fields.get('role'));
	const settled = roles.every((role) => role === 'active' || role === 'passive');
	return before.attribute === 'setup' && settled ? ` ${ROLES_STAY}` : '';
}

function finding({ before, after }: Match, section: Section): Finding | null {
	const line = after ?? before;
	if (line === null || before?.text === after?.text) return null;
	const about = line.attribute === '' ? line.type : line.attribute;
	if (before === null || after === null) {
		const inherited = after === null ? inheritance(line, section) : null;
		if (inherited !== null) {
			return { about, verdict: 'removed', before, after, meaning: inherited };
		}
		const verdict = before === null ? 'added' : 'removed';
		return { about, verdict, before, after, meaning: `${capital(verdict)}: ${line.explanation}` };
	}
	const what = line.rule?.about ?? `The line ${about}`;
	const meaning = `${what}: ${change(before, after)}.${consequence(before, after)}`;
	return { about, verdict: 'changed', before, after, meaning };
}

function findingsOf(before: Section, after: Section): Finding[] {
	return matchLines(before, after)
		.map((match) => finding(match, after))
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

/** A section that is not there any more: only one with port 0 may go, for another in its place. */
function removal({ index, mid, kind, isRejected }: Section, after: Description): SectionDiff {
	const summary =
		isRejected && after.sections[index] !== undefined
			? `This ${clip(kind)} section had been stopped, and a new one took its place (RFC 9429, 5.2.2).`
			: `This ${clip(kind)} section was removed: it may be stopped with port 0, but never taken away (RFC 3264, 8).`;
	return { index, mid, kind, outcome: 'removed', summary, findings: [] };
}

function sectionDiff(before: Section | undefined, after: Section): SectionDiff {
	const { index, mid, kind } = after;
	if (before === undefined) {
		const summary = `This ${clip(kind)} section was added.`;
		return { index, mid, kind, outcome: 'added', summary, findings: [] };
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
		.map((section) => removal(section, after));
	const all = [...sections, ...removed];
	const session = findingsOf(before.session, after.session);
	const every = [...session, ...all.flatMap(({ findings }) => findings)];
	const moved = all.filter(({ outcome }) => outcome === 'added' || outcome === 'removed');
	const summary =
		moved.length === 0
			? summarise(every)
			: `${summarise(every).slice(0, -1)}; ${list(moved.map(({ kind, outcome }) => `${clip(kind)} section ${outcome}`))}.`;
	return { relation: 'revision', summary, refusedBy: [], session, sections: all };
}
