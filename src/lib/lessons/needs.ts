import type { OwnServers } from '../servers/own-servers';

/** The kinds of servers that a lesson may need. */
export const SERVER_KINDS = ['stun', 'turn'] as const;
type ServerKind = (typeof SERVER_KINDS)[number];

/** What has to be there for a lesson to be performed: where something is not, its recording is shown. */
export interface Needs {
	/** Of the browser, each by its path: `RTCPeerConnection.prototype.restartIce`. */
	readonly browser: readonly string[];
	/** Of whoever reads it, as no server is asked that nobody has entered. */
	readonly servers: readonly ServerKind[];
}

/** What no lesson can do without. */
export const EVERY_LESSON = 'RTCPeerConnection';

/** What a lesson lacks: of the browser, or, where that has all, servers. */
export type Lack =
	| { readonly of: 'browser'; readonly paths: readonly string[] }
	| { readonly of: 'servers'; readonly kinds: readonly ServerKind[] };

/**
 * What a lesson lacks here; null for nothing.
 *
 * @param scope where the browser's things are
 */
export function lackOf(needs: Needs, scope: object, own: OwnServers): Lack | null {
	const lacking = needs.browser.filter((path) => !isThere(path, scope));
	// Where a class is missing, each of its members is.
	const paths = lacking.filter((path) => !lacking.some((other) => path.startsWith(`${other}.`)));
	if (paths.length > 0) return { of: 'browser', paths };
	const kinds = needs.servers.filter((kind) => own[kind].length === 0);
	return kinds.length > 0 ? { of: 'servers', kinds } : null;
}

/** Whether a path leads to something. The last of it is not read: an attribute throws where it is read of a prototype. */
function isThere(path: string, scope: object): boolean {
	const names = path.split('.');
	const last = names.pop()!;
	const holder = names.reduce<unknown>(
		(one, name) => (one as Record<string, unknown>)?.[name],
		scope
	);
	return (typeof holder === 'object' && holder !== null) || typeof holder === 'function'
		? last in holder
		: false;
}

const KINDS: Readonly<Record<ServerKind, string>> = { stun: 'a STUN', turn: 'a TURN' };

/** What is lacking, in a sentence. */
export function lackWords(lack: Lack): string {
	return lack.of === 'browser'
		? `This lesson uses ${lack.paths.join(', ')}, which this browser does not have.`
		: `This lesson asks ${lack.kinds.map((kind) => KINDS[kind]).join(' and ')} server, and none is entered here.`;
}
