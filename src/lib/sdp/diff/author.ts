import { isMaskedId } from '../../ice';
import type { Description } from '../description';

/** Who wrote a description: user name and session id of its o= line (RFC 8866, 5.2); null without one, and where its id is masked. */
export function authorOf({ session }: Description): string | null {
	const fields = session.lines.find(({ type }) => type === 'o')?.fields;
	if (fields === undefined || isMaskedId(fields.get('sess-id'))) return null;
	return `${fields.get('username')} ${fields.get('sess-id')}`;
}
