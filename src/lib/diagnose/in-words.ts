import type { Diagnosis } from './diagnose';
import { LOST_ID } from './lost-id';
import { STATE_ID, UNKNOWN_WORDS_ID } from './told/ids';
import type { Finding } from './finding';

/** What is said where too little was copied to conclude anything. */
const UNTOLD: ReadonlySet<string> = new Set([LOST_ID, STATE_ID, UNKNOWN_WORDS_ID]);

/** What stands above the findings, where there are none or none that matters. */
export function summaryOf({ findings, checks }: Pick<Diagnosis, 'findings' | 'checks'>): string {
	const matters = findings.filter(({ severity }) => severity !== 'worth knowing').length;
	const looked = `${checks} ${checks === 1 ? 'check' : 'checks'}`;
	if (matters === 1) return `${looked}, 1 finding.`;
	if (matters > 0) {
		return `${looked}, ${matters} findings, the one that explains the others first.`;
	}
	if (findings.some(({ id }) => UNTOLD.has(id))) {
		return 'What would stop this call cannot be told from what was copied.';
	}
	return `${looked}, nothing that would stop this call.`;
}

/** What a claim says before it explains: short enough for one line on a wall. */
export function briefly(claim: string): string {
	return `${claim.split(': ')[0]!.replace(/\.$/, '')}.`;
}

/** A finding as Markdown, for a report in a tracker. */
function asMarkdown({ id, severity, claim, because, todo, source, isCertain }: Finding): string {
	const evidence = because.map((one) =>
		one.kind === 'line' ? `  - line ${one.number}: \`${one.text}\`` : `  - ${one.text}`
	);
	return [
		`- **${severity}${isCertain ? '' : ', likely'}**: ${claim} (\`${id}\`)`,
		...evidence,
		`  - To do: ${todo}`,
		...(source === null ? [] : [`  - Source: ${source}`])
	].join('\n');
}

/** What was concluded, as Markdown to put into an issue tracker. */
export function reportOf(
	conclusions: readonly (Diagnosis & { readonly about: string | null })[]
): string {
	return conclusions
		.map((conclusion) => {
			const { about, verdict, findings } = conclusion;
			const head = about === null ? '## Findings' : `## ${about}`;
			const said = verdict === null ? [] : [`**${verdict.sentence}**`];
			return [head, ...said, summaryOf(conclusion), findings.map(asMarkdown).join('\n')]
				.filter((part) => part !== '')
				.join('\n\n');
		})
		.join('\n\n');
}
