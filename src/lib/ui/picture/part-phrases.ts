import { otherPeer, type PeerName, type SessionView } from '$lib/trace';
import { fixed } from '$lib/trace/numbers';
import { NAMES } from '../panel/names';
import type { Envelope } from './envelopes';
import type { Flow } from './flow';
import type { CheckLine, LineState } from './lines';
import { PHASE_WORDS } from './phase';
import type { Picture } from './picture';
import type { Knowledge, Point } from './points';

/** What an envelope is, for those who do not see it. */
export function sayEnvelope({ words, from, to, state }: Envelope): string {
	const way = state === 'waiting' ? `waits for ${NAMES[to]}` : `taken by ${NAMES[to]}`;
	return `${words}, sent by ${NAMES[from]}, ${way}`;
}

const KNOWN: Readonly<Record<Knowledge, (other: string) => string>> = {
	gathered: (other) => `${other} does not know it yet`,
	sent: (other) => `on its way to ${other}`,
	delivered: (other) => `arrived at ${other}, not added yet`,
	added: (other) => `added by ${other}`,
	refused: (other) => `refused by ${other}’s browser`,
	seen: () => 'nobody signaled it: a check or the statistics showed it'
};

/** What a candidate is, and who knows of it. */
export function sayPoint({ owner, kind, protocol, label, knowledge, aside }: Point): string {
	const what = [kind, protocol].filter(Boolean).join(' ');
	const known = KNOWN[knowledge](NAMES[otherPeer(owner)]);
	return `${NAMES[owner]}’s candidate ${label}, ${what}: ${known}${aside === null ? '' : `. ${aside}`}`;
}

const LINE_WORDS: Readonly<Record<LineState, string>> = {
	waiting: 'no check sent yet',
	checking: 'a check was sent, no answer yet',
	answered: 'a check was answered',
	'given up': 'given up'
};

/** What became of a pair, as each side reports it. */
export function sayLine({ reports }: CheckLine, ends: { john: string; jane: string }): string {
	const said = reports.map(({ by, state, nominated, selected }) => {
		const more = [nominated && 'nominated', selected && 'selected'].filter(Boolean);
		return `by ${NAMES[by]}’s statistics ${[LINE_WORDS[state], ...more].join(', ')}`;
	});
	return `Pair of John’s ${ends.john} and Jane’s ${ends.jane}: ${said.join('; ')}`;
}

/** `1.2 Mbit/s`, `830 kbit/s`. */
export function bitrateWords(bitrate: number): string {
	return bitrate >= 1e6
		? `${fixed(bitrate / 1e6, 1)} Mbit/s`
		: `${fixed(bitrate / 1000, 0)} kbit/s`;
}

/** What travels on the path. */
export function sayFlow({ dtls, isOpen, streams }: Flow): string {
	if (streams.length > 0) {
		const rates = streams.map(({ to, bitrate }) =>
			bitrate === null ? `${NAMES[to]} receives` : `${NAMES[to]} receives ${bitrateWords(bitrate)}`
		);
		return rates.join(', ');
	}
	if (isOpen) return 'The path is open: ICE found it, and DTLS agreed on the keys.';
	if (dtls === 'running') return 'DTLS is on its way.';
	if (dtls === 'failed') return 'DTLS failed.';
	return '';
}

/** The whole picture in a sentence or two, for those who do not see it. */
export function sayPicture(picture: Picture): string {
	const { phases, envelopes, points, lines, flow } = picture;
	const peer = (name: PeerName) => `${NAMES[name]}: ${PHASE_WORDS[phases[name]]}`;
	const waiting = envelopes.filter(({ state }) => state === 'waiting');
	const parts = [
		`${peer('john')}. ${peer('jane')}.`,
		waiting.length > 0 && `On the wire: ${waiting.map(({ words }) => words).join('; ')}.`,
		points.length > 0 && `${count(points.length, 'candidate')}, ${count(lines.length, 'pair')}.`,
		sayFlow(flow)
	];
	return parts.filter(Boolean).join(' ');
}

const count = (amount: number, what: string) => `${amount} ${what}${amount === 1 ? '' : 's'}`;

/**
 * Which entry of the call is looked at, and of which step.
 *
 * @param first how many entries of the trace are of calls before this one
 * @param titles step id to the title of its slide
 */
export function sayEntry(
	view: SessionView,
	first: number,
	total: number,
	titles: Readonly<Record<string, string>>
): { entry: string; title: string | null } {
	const step = view.steps.at(-1)?.id;
	return {
		entry: `entry ${Math.max(0, view.length - first)} of ${total - first}`,
		title: step === undefined ? null : (titles[step] ?? step)
	};
}
