import { deedWords } from '../../breaks/deed-words';
import { otherPeer, type AttemptReason, type Json } from '../../trace';
import { fateOf } from '../../trace/fate';
import { NAMES } from '../../trace/names';
import { durationWords } from '../../trace/numbers';
import { partCallWords, partEventWords } from '../../trace/part-words';
import type { DeedRow, FoldRow, Row } from './row';

const REASONS: Record<AttemptReason, string> = {
	start: 'the walk begins',
	'deep-link': 'a slide was opened directly',
	restart: 'Restart was pressed',
	'run-to': 'another moment was asked for',
	lost: 'the browser had given up on the last pair',
	retry: 'the last pair could not go on',
	source: 'another source was chosen',
	seat: 'an empty seat was taken again',
	recorded: 'a recorded call took the place of the peers',
	live: 'real peers took the place of the recording',
	undone: 'what was done to the last pair is undone'
};

/** Why fresh peers were made, in plain words. */
export function reasonWords(reason: AttemptReason): string {
	return REASONS[reason] ?? reason;
}

/** What kind of thing a signaling message carries; an empty candidate is the end of them (webrtc-pc, 4.8.2). */
export function messageWords(message: Json | undefined): string {
	if (!isObject(message)) return 'message';
	if ('bye' in message) return 'bye';
	if ('candidate' in message) {
		const { candidate } = message;
		const ends = candidate === null || (isObject(candidate) && candidate.candidate === '');
		return ends ? 'end of candidates' : 'candidate';
	}
	return isObject(message.description) ? String(message.description.type) : 'description';
}

/** A call as it is written in code, with the one argument that tells it from its like. */
export function callWords(name: string, args: Json | undefined): string {
	if (name === 'RTCPeerConnection') return 'new RTCPeerConnection()';
	if (name === 'addIceCandidate') return `addIceCandidate(${candidateWords(args)})`;
	const words = partCallWords(name, args);
	if (words !== null) return words;
	const telling = isObject(args) ? (args.type ?? args.kind) : undefined;
	return `${name}(${typeof telling === 'string' ? telling : ''})`;
}

/** A candidate as it was passed: null and the empty one both end the candidates (webrtc-pc, 4.4.2). */
export function candidateWords(args: Json | undefined): string {
	if (args === null) return 'null';
	if (!isObject(args)) return '';
	return args.candidate === '' ? "{candidate: '', …}" : 'candidate';
}

/** An event's name, with what tells it from its like. */
export function eventWords(name: string, data: Json | undefined): string {
	const words = partEventWords(name, data);
	if (words !== null || !isObject(data)) return words ?? name;
	if (typeof data.kind === 'string') {
		if (name === 'track') return `track ${data.kind}`;
		// Of a track: one that arrives, or the peer's own.
		if (typeof data.side === 'string') return `${name} ${data.side} ${data.kind}`;
	}
	if (name === 'icecandidateerror') return `${name} ${String(data.errorCode)}`;
	return name;
}

/** A row as it is read aloud. */
export function spokenWords(row: Row, titles: Record<string, string>): string {
	const who = row.peer ? NAMES[row.peer] : 'Both';
	const other = row.peer ? NAMES[otherPeer(row.peer)] : '';
	switch (row.kind) {
		case 'call': {
			const after = row.took === undefined ? '' : ` after ${durationWords(row.took)}`;
			if (row.status === 'pending') return `${who} calls ${row.name}, pending`;
			if (row.status === 'resolved') return `${who} calls ${row.name}, resolved${after}`;
			const { name = 'Error', message = '' } = row.error ?? {};
			return `${who} calls ${row.name}, rejected${after}: ${name}${message && `, ${message}`}`;
		}
		case 'event': {
			return `${who}: event ${row.label.replace(' ×', ', times ')}`;
		}
		case 'state':
			return `${who}: ${row.states.join(', ')} ${row.states.length === 1 ? 'becomes' : 'become'} ${row.value}`;
		case 'sent':
			return `${who} sends ${row.message} to ${other}, ${fateOf({ to: otherPeer(row.peer), ...row })}`;
		case 'altered':
			return `On the way from ${other} to ${who}: ${row.label}`;
		case 'delivered':
			return `${who} receives ${row.message} from ${other}${
				row.waited === undefined ? '' : ` after ${durationWords(row.waited)}`
			}`;
		case 'milestone':
			return `${who}: ${row.label}`;
		case 'lost':
			return `${who}: connection lost. ${row.explanation}`;
		case 'step':
			return `Step begins: ${titles[row.step] ?? row.step}`;
		case 'refused':
			return `Step refused: ${titles[row.step] ?? row.step}, ${row.label}`;
		case 'deed':
			return row.error
				? `What was done is ${row.label}${row.error.message && `, ${row.error.message}`}`
				: `Broken on purpose: ${deedRowWords(row, titles)}`;
		case 'attempt':
			return `Fresh peers, attempt ${row.attempt}: ${reasonWords(row.reason)}`;
		case 'fold':
			return `${foldWords(row, titles)}, ${row.open ? 'open' : 'folded'}`;
	}
}

/** What was done, with the title of the step that it is about. */
export function deedRowWords(row: DeedRow, titles: Record<string, string>): string {
	const { deed, told, about, label } = row;
	const title = about === undefined ? undefined : titles[about];
	return deed && title !== undefined ? deedWords(deed, { ...told, title }) : label;
}

/** What stands in place of the rows that are folded. */
export function foldWords({ upTo, label }: FoldRow, titles: Record<string, string>): string {
	return upTo === undefined ? label : `The call up to “${titles[upTo] ?? upTo}”`;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
