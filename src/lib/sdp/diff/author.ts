import type { Description } from '../description';

/** Who wrote a description: user name and session id of its o= line (RFC 8866, 5.2); null without one. */
export function authorOf({ session }: Description): string | null {
	const fields = session.lines.find(({ type }) => type === 'o')?.fields;
	return fields === undefined ? null : `${fields.get('username')} ${fields.get('sess-id')}`;
}
