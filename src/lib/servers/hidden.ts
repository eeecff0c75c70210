/** What stands in the place of a credential wherever something is written down. */
export const HIDDEN = '(hidden)';

/**
 * What a connection is made with, to be written down: no credential is in it. Everything else is as it was
 * given, and so is what is none.
 */
export function withoutCredentials<T>(configuration: T): T {
	const { iceServers } = (configuration ?? {}) as { iceServers?: unknown };
	if (!Array.isArray(iceServers)) return configuration;
	return { ...configuration, iceServers: iceServers.map(hide) };
}

function hide(server: unknown): unknown {
	if (typeof server !== 'object' || server === null) return server;
	const { credential } = server as { credential?: unknown };
	return credential === undefined ? server : { ...server, credential: HIDDEN };
}
