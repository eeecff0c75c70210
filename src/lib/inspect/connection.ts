import type { Json } from '../trace';
import type { DumpConnection, DumpEvent, DumpReport } from './dump';
import { descriptionOf } from './values';

const UFRAG = /^a=ice-ufrag:(\S+)/m;

/** The first description that a connection was given for a side, or made for it. */
function ufragOf(events: readonly DumpEvent[], names: readonly string[]): string | null {
	for (const { name, value } of events) {
		if (!names.includes(name)) continue;
		const ufrag = UFRAG.exec(descriptionOf(value)?.sdp ?? '')?.[1];
		if (ufrag !== undefined) return ufrag;
	}
	return null;
}

const LOCAL = [
	'setLocalDescription',
	'setLocalDescriptionOnSuccess',
	'createOfferOnSuccess',
	'createAnswerOnSuccess'
];

function roleOf(events: readonly DumpEvent[]): DumpConnection['role'] {
	for (const { name, value } of events) {
		const type = descriptionOf(value)?.type;
		if (type !== 'offer' && type !== 'answer') continue;
		if (LOCAL.includes(name)) return type === 'offer' ? 'offerer' : 'answerer';
		if (name === 'setRemoteDescription') return type === 'offer' ? 'answerer' : 'offerer';
	}
	return null;
}

/** What a reader of a dump found out about a connection. */
export interface Found {
	id: string;
	url: string | null;
	configuration: Json;
	events: DumpEvent[];
	reports: () => Iterable<DumpReport>;
}

/** The connections of a dump with what follows from their logs: role, beginning, and partner. */
export function connectionsOf(found: readonly Found[]): DumpConnection[] {
	const byLocal = new Map<string, string>();
	const remotes = found.map(({ id, events }) => {
		const local = ufragOf(events, LOCAL);
		if (local !== null && !byLocal.has(local)) byLocal.set(local, id);
		return ufragOf(events, ['setRemoteDescription']);
	});
	return found.map((one, index) => {
		const remote = remotes[index] ?? null;
		const partner = remote === null ? null : (byLocal.get(remote) ?? null);
		return {
			...one,
			role: roleOf(one.events),
			began: one.events[0]?.at ?? firstOf(one.reports())?.at ?? null,
			partner: partner === one.id ? null : partner
		};
	});
}

function firstOf<T>(items: Iterable<T>): T | undefined {
	for (const item of items) return item;
	return undefined;
}
