import type { ErrorData, Json, NewEntry } from '../trace';

/** Takes what happened at one peer into the trace; gives the `seq` of the entry. */
export type Record = (entry: Omit<NewEntry, 'peer'>) => number;

/** An error as plain JSON, in the browser's own words. */
export function errorData(error: unknown): ErrorData {
	if (error instanceof Error || error instanceof DOMException) {
		return { name: error.name, message: error.message };
	}
	return { name: 'Error', message: String(error) };
}

/**
 * The same, for use within what a page calls: what goes wrong while something is taken down is told to
 * the console, as it is of any listener, and the page goes on.
 */
export function undisturbed(record: Record): Record {
	return (entry) => {
		try {
			return record(entry);
		} catch (error) {
			reportError(error);
			return NOT_TAKEN;
		}
	};
}

/** The number of an entry that was not taken. */
const NOT_TAKEN = -1;

/** Records how a call was settled; nothing of one that was not taken. */
function settle(record: Record, kind: 'result' | 'error', name: string, call: number, data: Json) {
	if (call !== NOT_TAKEN) record({ kind, name, call, data });
}

/** Records a call that was rejected and that nobody waits for. */
export function noteRefusal(record: Record, name: string, error: unknown): void {
	const call = record({ kind: 'call', name, data: null });
	settle(record, 'error', name, call, { ...errorData(error) });
}

/**
 * Runs a call that settles later, and records the call and how it was settled.
 * @param data what of the value is kept in the trace
 * @throws whatever the call throws, after recording it
 */
export async function tracedAsync<T>(
	record: Record,
	name: string,
	args: Json,
	run: () => Promise<T>,
	data: (value: T) => Json = () => null
): Promise<T> {
	const call = record({ kind: 'call', name, data: args });
	try {
		const value = await run();
		settle(record, 'result', name, call, data(value));
		return value;
	} catch (error) {
		settle(record, 'error', name, call, { ...errorData(error) });
		throw error;
	}
}

/**
 * Runs a call that returns at once, and records the call and what came of it.
 * @throws whatever the call throws, after recording it
 */
export function tracedSync<T>(
	record: Record,
	name: string,
	args: Json,
	run: () => T,
	data: (value: T) => Json = () => null
): T {
	const call = record({ kind: 'call', name, data: args });
	try {
		const value = run();
		settle(record, 'result', name, call, data(value));
		return value;
	} catch (error) {
		settle(record, 'error', name, call, { ...errorData(error) });
		throw error;
	}
}
