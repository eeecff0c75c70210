import type { Json } from '../trace';
import { LOCAL } from './call-names';
import { endsOf, partnersOf } from './credentials';
import type { DumpConnection, DumpEvent, DumpReport } from './dump';
import { descriptionOf } from './values';

function roleOf(events: readonly DumpEvent[]): DumpConnection['role'] {
	for (const { name, value } of events) {
		const type = descriptionOf(value)?.type;
		if (type !== 'offer' && type !== 'answer') continue;
		if (LOCAL.has(name)) return type === 'offer' ? 'offerer' : 'answerer';
		if (name === 'setRemoteDescription') return type === 'offer' ? 'answerer' : 'offerer';
	}
	return null;
}

/** What a reader of a dump found out about a connection. */
export interface Found {
	id: string;
	url: string | null;
	configuration: Json;
	events: readonly DumpEvent[];
	reports: () => Iterable<DumpReport>;
	/** @see DumpConnection.file */
	file?: string;
}

/** The connections of a dump with what follows from their logs: role, beginning, and partner. */
export function connectionsOf(found: readonly Found[]): DumpConnection[] {
	const partners = partnersOf(found.map(({ events }) => endsOf(events)));
	return found.map((one, index) => {
		const partner = partners[index] ?? null;
		return {
			...one,
			role: roleOf(one.events),
			began: one.events[0]?.at ?? firstOf(one.reports())?.at ?? null,
			partner: partner === null ? null : found[partner]!.id
		};
	});
}

function firstOf<T>(items: Iterable<T>): T | undefined {
	for (const item of items) return item;
	return undefined;
}
