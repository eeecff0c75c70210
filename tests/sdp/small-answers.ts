import { diff, type DescriptionDiff, type Finding } from '../../src/lib/sdp';

/** A description of a browser in small: what a transport needs, and sections that use it. */
export function description(
	session: readonly string[],
	...sections: readonly (readonly string[])[]
) {
	return [
		'v=0',
		`o=- ${session.length + 100} 1 IN IP4 0.0.0.0`,
		's=-',
		't=0 0',
		...session,
		...sections.flat()
	].join('\n');
}

/** A fingerprint’s bytes. */
export const HASH = Array.from({ length: 32 }, (_, at) =>
	(at + 16).toString(16).toUpperCase()
).join(':');
const transport = (role: string) => [
	'a=ice-ufrag:abcd',
	'a=ice-pwd:0123456789012345678901',
	`a=fingerprint:sha-256 ${HASH}`,
	`a=setup:${role}`,
	'a=rtcp-mux'
];
/** What a section needs for a transport of its own, in an offer and in an answer. */
export const [OFFERED, ANSWERED] = [transport('actpass'), transport('active')];

export const audio = (mid: string, ...lines: string[]) => [
	'm=audio 9 UDP/TLS/RTP/SAVPF 0',
	`a=mid:${mid}`,
	...lines
];
export const video = (mid: string, formats: string, ...lines: string[]) => [
	`m=video 9 UDP/TLS/RTP/SAVPF ${formats}`,
	`a=mid:${mid}`,
	...lines
];

/** Every finding, of the connection and of its sections. */
export const all = ({ session, sections }: DescriptionDiff): Finding[] => [
	...session,
	...sections.flatMap(({ findings }) => findings)
];
export const compare = (offer: string, answer: string) => diff(offer, answer, 'answer');
export const finding = (of: DescriptionDiff, about: string) =>
	all(of).find((one) => one.about === about);
/** What breaks a rule. */
export const wrong = (of: DescriptionDiff) =>
	all(of).flatMap(({ verdict, about }) => (verdict === 'wrong' ? [about] : []));
