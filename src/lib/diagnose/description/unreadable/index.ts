import type { Line } from '../../../sdp';
import { finding, lines, type Finding } from '../../finding';
import type { Material } from '../../material';
import type { Demand } from './demand';
import { NO_LINE, OF_ANY_LINE } from './of-any-line';
import { OF_CODECS } from './of-codecs';
import { OF_SECTIONS } from './of-sections';
import { OF_SESSION } from './of-session';
import { OF_SOURCES } from './of-sources';
import { OF_TRANSPORT } from './of-transport';

/** Lines that a browser cannot read, and refuses the whole description for. */
export const DEMANDS: readonly Demand[] = [
	...OF_ANY_LINE,
	...OF_SESSION,
	...OF_SECTIONS,
	...OF_CODECS,
	...OF_SOURCES,
	...OF_TRANSPORT
];

/** The name of an attribute, or the letter of another line: no attribute is taken for such a line. */
const nameOf = ({ type, attribute }: Line) => {
	if (type !== 'a') return type;
	return attribute.length === 1 ? `a=${attribute}` : attribute;
};

/** The demands on a line: those on its own text, and those that look around. */
class DemandsOn {
	readonly alone: readonly Demand[];
	readonly around: readonly Demand[];

	/** @param name what it is about; undefined where no demand names it */
	constructor(name?: string) {
		const all = DEMANDS.filter(({ on }) => !on || (name !== undefined && on.includes(name)));
		this.alone = all.filter(({ looksAround }) => !looksAround);
		this.around = all.filter(({ looksAround }) => looksAround);
	}
}

/** By what they are about: a description may have ten thousand lines. */
const BY_NAME = new Map(
	DEMANDS.flatMap(({ on = [] }) => on).map((name) => [name, new DemandsOn(name)])
);
const GENERAL = new DemandsOn();

/** Lines with a blank in front of the name of an attribute, which is read past in the description. */
export function blanks({ of, description, written }: Material): Finding[] {
	if (written === description) return [];
	return unreadable({ of, role: null, trickled: [], description: written, written }).filter(
		({ id }) => id === NO_LINE
	);
}

/** Holds each line to what browsers demand of it; one finding for each demand that is not met. */
export function unreadable({ of, role, description, masked }: Material): Finding[] {
	const found = new Map<Demand, { readonly fault: string; readonly faulty: Line[] }>();
	/** Whether a line meets all of some demands; what it does not meet is noted. */
	const meets = (line: Line, demands: readonly Demand[]): boolean => {
		let isMet = true;
		for (const demand of demands) {
			if (demand.isOfRtp && !line.section.isRtp) continue;
			const fault = demand.fault(line);
			if (fault === null) continue;
			isMet = false;
			if (demand.where?.(line) === false) continue;
			const former = found.get(demand);
			if (former === undefined) found.set(demand, { fault, faulty: [line] });
			else former.faulty.push(line);
		}
		return isMet;
	};
	// The sections of a conference have most of their lines in common.
	const sound = new Set<string>();
	for (const line of description.lines) {
		// What was masked in copying was right or wrong before.
		if (masked?.has(line.number)) continue;
		const { alone, around } = BY_NAME.get(nameOf(line)) ?? GENERAL;
		const { text, section } = line;
		// An empty line is one of the last, or is not; what is read in sections of RTP alone is not read elsewhere.
		if (!sound.has(text) && meets(line, alone) && text !== '' && section.isRtp) sound.add(text);
		meets(line, around);
	}
	return [...found].flatMap(([demand, { fault, faulty }]) => {
		const { id, refusedBy, todo, source } = demand;
		const unanswerableBy = role === 'offer' ? (demand.unanswerableBy ?? []) : [];
		if (refusedBy.length + unanswerableBy.length === 0) return [];
		const more = faulty.length - 1;
		const others =
			more === 0 ? '' : ` (and ${more} more ${more === 1 ? 'has' : 'have'} this fault)`;
		return finding({
			id,
			claim: `Line ${faulty[0]?.number ?? 0} ${fault}${others}.`,
			because: lines(of, faulty),
			todo,
			source,
			refusedBy,
			unanswerableBy
		});
	});
}
