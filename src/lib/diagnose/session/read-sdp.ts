import { partsOf } from './leading';

/** What tells a description from every other, its version included: the o= line (RFC 8866, 5.2). */
export function originOf(sdp: string): string {
	return /^o=(.*)$/m.exec(sdp)?.[1]?.trimEnd() ?? '';
}

/** Who wrote a description, whatever its version: user name and session id of the o= line. */
export function authorOf(sdp: string): string {
	return originOf(sdp).split(' ').slice(0, 2).join(' ');
}

/** Every ICE user name fragment in a description. */
export function ufragsOf(sdp: string): readonly string[] {
	return [...sdp.matchAll(/^a=ice-ufrag:(\S+)/gm)].map(([, ufrag]) => ufrag!);
}

/** A media section in brief. */
export interface MediaSection {
	readonly kind: string;
	readonly mid: string | null;
	readonly isRejected: boolean;
	readonly direction: string;
	/** The codec that it names first; null where the section does not say its name. */
	readonly codec: string | null;
	/** Whether it announces a track (RFC 8830) or a source (RFC 5576). */
	readonly hasTrack: boolean;
}

/** What Jitsi’s bridge announces before anybody sends: nothing ever comes of it. */
const PLACEHOLDER = /\bmsid:mixedmslabel\b/;

/** The sections of a description that are for media, in order (RFC 3264, 6.1: sendrecv is the default). */
export function mediaOf(sdp: string): readonly MediaSection[] {
	const [session = '', ...sections] = partsOf(sdp);
	const direction = /^a=(sendrecv|sendonly|recvonly|inactive)\s*$/m;
	return sections.flatMap((section) => {
		const [, kind, port] = /^m=(audio|video) (\d+)/.exec(section) ?? [];
		if (kind === undefined) return [];
		return {
			kind,
			mid: /^a=mid:(\S+)/m.exec(section)?.[1] ?? null,
			isRejected: port === '0' && !/^a=bundle-only/m.test(section),
			direction: (direction.exec(section) ?? direction.exec(session))?.[1] ?? 'sendrecv',
			codec: firstCodecOf(section),
			hasTrack: /^a=(?:msid:(?!- *$)|ssrc:)/m.test(section) && !PLACEHOLDER.test(section)
		};
	});
}

/** The first format of the m= line is the one that is preferred (RFC 3264, 5.1). */
function firstCodecOf(section: string): string | null {
	const format = /^m=\S+ \S+ \S+ (\d+)/.exec(section)?.[1];
	if (format === undefined) return null;
	return new RegExp(`^a=rtpmap:${format} ([^/\\s]+)`, 'm').exec(section)?.[1] ?? null;
}

/** Whether Firefox wrote a description: it says so in the o= line. */
export function isOfFirefox(sdp: string): boolean {
	return /^mozilla/.test(originOf(sdp));
}
