import { lackOf } from './credentials';
import { isRefused, notMeant, refused, type Fault } from './fault';
import type { IceServer } from './ice-server';
import { isTurn } from './scheme';
import { faultOfUrl } from './url';
import { doubtOf } from './use';

/** A fault, and what of the server has it. */
export interface FaultAt extends Fault {
	/** The URL that is at fault, where it is one of them. */
	readonly url: string | null;
	readonly of: 'urls' | 'username' | 'credential';
}

/** All that is wrong with a server, what browsers refuse first. */
export function faultsOfServer(server: IceServer): FaultAt[] {
	const { urls, username, credential } = server;
	if (urls.length === 0) {
		const none = refused('no-urls', 'No URL is there.', 'Write one: stun:stun.example.org:3478.');
		return [{ ...none, url: null, of: 'urls' }];
	}
	const ofUrls = urls.flatMap((url): FaultAt[] => {
		const fault = faultOfUrl(url) ?? doubtOf(url);
		return fault ? [{ ...fault, url, of: 'urls' }] : [];
	});
	const found = [...ofUrls, ...ofCredentials(server)];
	const hasBoth = username !== '' && credential !== '';
	if (hasBoth && !urls.some(isTurn) && !found.some(isRefused)) {
		const doubt = notMeant(
			'stun-with-credentials',
			'has a user name and a password, which STUN does not use: it gives no relay.',
			'If it was meant to be a TURN server, write turn: in place of stun:.',
			'webrtc-pc, 4.2.2'
		);
		found.push({ ...doubt, url: urls[0]!, of: 'urls' });
	}
	return found.sort((one, other) => Number(isRefused(other)) - Number(isRefused(one)));
}

function ofCredentials({ urls, username, credential }: IceServer): FaultAt[] {
	const turn = urls.find(isTurn);
	const has = { username: username !== '', credential: credential !== '' };
	const lacks = lackOf(has);
	if (turn === undefined || lacks === null) return [];
	const fault = refused(
		'no-credentials',
		`is a TURN server and has no ${lacks}: the constructor throws an InvalidAccessError.`,
		`Give it ${lacks === 'credential' ? 'the credential' : lacks === 'username' ? 'the user name' : 'the user name and the credential'} that its operator gave you.`
	);
	return [{ ...fault, url: turn, of: has.username ? 'credential' : 'username' }];
}

/** The sentence about a fault, beginning with what has it. */
export const sentenceOf = ({ url, says }: FaultAt): string =>
	url === null ? says : `“${url.slice(0, 80)}” ${says}`;
