import { describe, expect, it } from 'vitest';
import { reduce } from '../../src/lib/trace';
import { parseTraceFile } from '../../src/lib/trace/file';
import { phaseOf } from '../../src/lib/ui/picture/phase';
import { screensOf } from '../../src/lib/ui/picture/screens';
import { readFileSync } from 'node:fs';

const parsed = parseTraceFile(readFileSync('src/static/samples/call.parley-trace.json', 'utf8'));
if (!parsed.ok) throw new Error(parsed.problem);
const { entries } = parsed.file;

/** What John has on his screen, each time that it becomes something else. */
function screensOfJohn(): string[] {
	const shown = entries.map((_, index) => {
		const { john } = reduce(entries.slice(0, index + 1)).peers;
		const { own, seen } = screensOf(john, phaseOf(john));
		return [own && 'himself', seen && 'Jane'].filter(Boolean).join(' and ') || 'nothing';
	});
	return shown.filter((one, index) => one !== shown[index - 1]);
}

describe('what a recorded peer had on its screen', () => {
	it('is nothing, itself, then the other as well, and nothing once it has closed', () => {
		expect(screensOfJohn()).toEqual(['nothing', 'himself', 'himself and Jane', 'nothing']);
	});
});
