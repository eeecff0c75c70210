import { editsBetween } from '../breaks/edits.ts';
import { carried, concerns, garbled, type WireFault } from '../breaks/fault.ts';
import { textOf, type WireMessage as Said } from '../breaks/message.ts';
import { otherPeer, type PeerName, type TraceEntry } from '../trace/entry.ts';
import { isWaiting } from '../trace/fate.ts';
import type { SessionView, WireMessage } from '../trace/view.ts';
import type { LevelFault } from './level.ts';

/** What somebody points at as the proof. */
export type Pointed =
	/** A line of a description that a peer has. */
	| { at: 'line'; peer: PeerName; side: 'local' | 'remote'; number: number; text: string }
	/** An entry of the trace. */
	| { at: 'entry'; seq: number }
	/** A message, by the entry by which it was sent. */
	| { at: 'message'; sent: number };

/**
 * `original`: it is as its author wrote it, and what was made of it is to be seen elsewhere. `early`: it will be
 * the proof, and nothing has come of it yet. `near`: the fault shows there, and something proves it better.
 */
export const JUDGEMENTS = ['right', 'original', 'early', 'near', 'wrong'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** A call that is judged: what it shows, and all that happened in it. */
export interface Judged {
	view: SessionView;
	entries: readonly TraceEntry[];
}

/**
 * Whether what somebody points at proves one of the faults of a call.
 *
 * @param entries at least those of the view
 */
export function judge(pointed: Pointed, call: Judged, faults: readonly LevelFault[]): Judgement {
	const judgements = faults.map((fault) => judgeOne(pointed, call, fault));
	return JUDGEMENTS.find((one) => judgements.includes(one)) ?? 'wrong';
}

function judgeOne(pointed: Pointed, call: Judged, fault: LevelFault): Judgement {
	switch (fault.do) {
		case 'change':
			return ofChange(pointed, call, fault);
		case 'lose':
			return ofLoss(pointed, call, fault);
		case 'configure':
			return ofCall(pointed, call, fault.peer, 'RTCPeerConnection');
		case 'move':
			return ofStep(pointed, call, fault.step, fault.behind);
	}
}

/** The messages that a fault is about. */
const concerned = ({ view }: Judged, fault: WireFault): WireMessage[] =>
	view.wire.filter(({ to, message }) => concerns(fault, to, message as Said));

/** An entry that is pointed at; undefined for anything else. */
const entryAt = (pointed: Pointed, { entries }: Judged) =>
	pointed.at === 'entry' ? entries[pointed.seq] : undefined;

/** The call that an entry is, or settles. */
function callAt(pointed: Pointed, call: Judged) {
	const entry = entryAt(pointed, call);
	return entry && call.view.calls.find(({ seq }) => seq === (entry.call ?? entry.seq));
}

/** Whether a message is pointed at, or an entry that tells of it. */
function isOneOf(pointed: Pointed, call: Judged, messages: readonly WireMessage[]): boolean {
	const seq = pointed.at === 'message' ? pointed.sent : entryAt(pointed, call)?.seq;
	return messages.some(
		({ sent, delivered }) => seq !== undefined && [sent, delivered].includes(seq)
	);
}

function ofChange(
	pointed: Pointed,
	call: Judged,
	fault: Extract<WireFault, { do: 'change' }>
): Judgement {
	const messages = concerned(call, fault).filter(
		({ message }) => garbled(message as Said, fault.to, [fault]) !== message
	);
	const isCandidate = fault.of === 'candidate';
	const taken = callAt(pointed, call);
	const isTaken = taken?.peer === fault.to && messages.some((one) => isTakenBy(one, taken));
	if (isOneOf(pointed, call, messages) || isTaken) return isCandidate ? 'right' : 'near';
	if (pointed.at !== 'line') return 'wrong';
	const isAsTaken = pointed.peer === fault.to && pointed.side === 'remote';
	const isAsSent = pointed.peer === otherPeer(fault.to) && pointed.side === 'local';
	if (messages.length === 0 || !(isAsTaken || isAsSent)) return 'wrong';
	if (isCandidate) {
		if (!pointed.text.startsWith('a=candidate:')) return 'wrong';
		return isAsTaken ? 'right' : 'near';
	}
	// A description that was refused is with nobody: then what was written proves it.
	const isThere = call.view.calls.some(
		(one) =>
			one.peer === fault.to &&
			one.status === 'resolved' &&
			messages.some((message) => isTakenBy(message, one))
	);
	const judgements = messages.map(({ message }): Judgement => {
		const { removed, added } = linesThatDiffer(
			message as Said,
			garbled(message as Said, fault.to, [fault])
		);
		const text = withoutPort(pointed.text);
		if (isAsTaken) return added.has(text) ? 'right' : 'near';
		if (!removed.has(text)) return 'near';
		return isThere && added.size > 0 ? 'original' : 'right';
	});
	return JUDGEMENTS.find((one) => judgements.includes(one)) ?? 'near';
}

/** Whether a call is the one by which a message was taken. */
function isTakenBy(
	{ message }: WireMessage,
	{ name, args }: { name: string; args: unknown }
): boolean {
	const kind = carried(message as Said);
	if (kind === 'candidate') return name === 'addIceCandidate';
	return name === 'setRemoteDescription' && (args as { type?: string } | null)?.type === kind;
}

/** The lines that a description has lost, and those that it has gained; where its sections stand in another order alone, all m= lines. */
function linesThatDiffer(
	before: Said,
	after: Said
): Record<'removed' | 'added', ReadonlySet<string>> {
	const [old, now] = [textOf(before) ?? '', textOf(after) ?? ''];
	const lines = old.split(/\r\n|\n/);
	const edits = editsBetween(old, now);
	const removed = edits.flatMap(({ at, removes }) => lines.slice(at, at + removes));
	const added = edits.flatMap(({ adds }) => adds);
	const isOrder = removed.toSorted().join('\n') === added.toSorted().join('\n');
	const heads = lines.filter((line) => line.startsWith('m='));
	const setOf = (differing: readonly string[]) =>
		new Set((isOrder ? heads : differing).map(withoutPort));
	return { removed: setOf(removed), added: setOf(added) };
}

/** An m= line without its port, which a browser writes into it once it has candidates (RFC 9429, 5.2.1 and 5.2.2). */
const withoutPort = (line: string) => line.replace(/^(m=\S+) \d+/, '$1');

function ofLoss(
	pointed: Pointed,
	call: Judged,
	fault: Extract<WireFault, { do: 'lose' }>
): Judgement {
	const lost = concerned(call, fault).filter(isWaiting);
	const waits = call.view.steps.at(-1)?.status === 'pending';
	// A candidate is lost as soon as it is sent; of a description it shows where somebody waits for it.
	if (isOneOf(pointed, call, lost)) return waits || fault.of === 'candidate' ? 'right' : 'early';
	const entry = entryAt(pointed, call);
	// The step that waits for it.
	const isWaitingStep =
		entry?.kind === 'step' && entry.name === 'begin' && entry.seq === call.view.steps.at(-1)?.begin;
	return lost.length > 0 && isWaitingStep ? 'near' : 'wrong';
}

/** The call of one name that a peer has made. */
function ofCall(pointed: Pointed, call: Judged, peer: PeerName, name: string): Judgement {
	const made = callAt(pointed, call);
	if (made?.peer === peer && made.name === name) return 'right';
	const entry = entryAt(pointed, call);
	const isGathering =
		entry?.peer === peer && /^ice(candidate|gatheringstatechange)$/.test(entry.name);
	return isGathering ? 'near' : 'wrong';
}

/** What was done in a step that came too late or too early. */
function ofStep(pointed: Pointed, call: Judged, step: string, behind: string): Judgement {
	const entry = entryAt(pointed, call);
	if (entry === undefined)
		return pointed.at === 'line' && isDirection(pointed.text) ? 'near' : 'wrong';
	const stepOfEntry = entry.kind === 'step' ? (entry.data as { id?: string }).id : entry.step;
	if (stepOfEntry === step && ['step', 'call', 'result', 'error'].includes(entry.kind))
		return 'right';
	return stepOfEntry === behind || entry.name === 'negotiationneeded' ? 'near' : 'wrong';
}

const isDirection = (line: string) => /^a=(sendrecv|sendonly|recvonly|inactive)$/.test(line);
