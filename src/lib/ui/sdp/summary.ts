import type { Section } from '$lib/sdp';

/** Payload types that protect or accompany media and are no choice of codec. */
const HELPERS = new Set(['rtx', 'red', 'ulpfec', 'flexfec', 'flexfec-03', 'cn', 'telephone-event']);

const MOST = 40;

const clip = (value: string) => (value.length > MOST ? `${value.slice(0, MOST - 1)}…` : value);

const count = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? '' : 's'}`;

/** `audio 0`: what a section is called where there is little room. */
export function nameOf(section: Section): string {
	if (section.index === -1) return 'session';
	return `${clip(section.kind)} ${clip(section.mid ?? `#${section.index + 1}`)}`;
}

function codecsOf(section: Section): string[] {
	const names = [...section.codecs.values()]
		.map(({ name }) => name)
		.filter((name) => !HELPERS.has(name.toLowerCase()));
	const distinct = [...new Set(names)];
	const order = section.mLine?.fields.all('fmt') ?? [];
	const first = order
		.map((payloadType) => section.codecs.get(payloadType)?.name)
		.find((name) => name !== undefined && !HELPERS.has(name.toLowerCase()));
	if (distinct.length === 0 || first === undefined) return [];
	const shown = first === 'opus' ? 'Opus' : clip(first);
	return distinct.length === 1
		? [`only ${shown}`]
		: [`${count(distinct.length, 'codec')}, ${shown} first`];
}

function sessionSummary(section: Section): string {
	const bundle = section
		.attributes('group')
		.find(({ fields }) => fields.get('semantics') === 'BUNDLE');
	const mids = bundle?.fields.all('identification-tag') ?? [];
	const parts = ['what concerns all sections'];
	if (mids.length > 0) parts.push(`bundle of ${mids.slice(0, 6).map(clip).join(', ')}`);
	if (mids.length > 6) parts.push(`and ${mids.length - 6} more`);
	return parts.join(', ');
}

/** A section in a few words: `audio, mid 0, sendrecv, 4 codecs, Opus first`. */
export function summarise(section: Section): string {
	if (section.index === -1) return sessionSummary(section);
	const parts: string[] = [];
	if (section.mid !== null) parts.push(`mid ${clip(section.mid)}`);
	if (section.isRejected) parts.push('port 0: not used');
	else if (section.isData) parts.push('data channels');
	else parts.push(section.direction, ...codecsOf(section));
	if (section.attribute('simulcast') !== undefined) parts.push('simulcast');
	const candidates = section.attributes('candidate').length;
	if (candidates > 0) parts.push(count(candidates, 'candidate'));
	return [clip(section.kind), ...parts].join(', ');
}
