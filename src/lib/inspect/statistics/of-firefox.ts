/**
 * `Local: 10:00:30 GMT+0100 inbound-rtp SSRC: 2010 Received: 1400 packets (2000.00 Kb) Lost: 600 Jitter: 0.003`, as
 * about:webrtc has a stream, which leaves out what is 0 (aboutWebrtc.mjs, `renderTransportStats`).
 */
const STREAM =
	/^\W{0,8}(?:Local|Remote): (.{0,80}?) ?((?:remote-)?(in|out)bound-rtp) SSRC: (\d{1,10})((?: .{0,160})?)$/;
const HAS_STREAM = /^\W{0,8}(?:Local|Remote): .{0,80}? ?(?:remote-)?(?:in|out)bound-rtp SSRC: \d/m;
const FIGURES = {
	packets: /\b(?:Received|Sent): (\d{1,15}) packets/,
	kilobytes: /\((\d{1,12}\.\d\d) Kb\)/,
	packetsLost: /\bLost: (-?\d{1,15})/,
	jitter: /\bJitter: (\d{1,9}(?:\.\d{1,12})?)/,
	roundTrip: /\bRTT: (\d{1,9}(?:\.\d{1,12})?) ms/
} as const;
/** So many lines in front of it its heading names its kind. */
const NEAR = 3;

type Found = { [name: string]: string | number };

/** Whether a text may have such lines. */
export const hasStreamsOfFirefox = (text: string): boolean => HAS_STREAM.test(text);

/** The streams of about:webrtc as stats objects; each once, though a remote one stands beside its own, too. Linear. */
export function findStreamsOfFirefox(text: string): Found[] {
	const kinds = kindsIn(text);
	const rows = text.split(/\r?\n/);
	const found = new Map<string, Found>();
	for (const [at, row] of rows.entries()) {
		const [, , type, way, ssrc, figures = ''] = row.length < 500 ? (STREAM.exec(row) ?? []) : [];
		if (type === undefined) continue;
		const id = `${type} ${ssrc}`;
		const heading = rows.slice(Math.max(0, at - NEAR), at).findLast((one) => KIND.test(one));
		const kind = kinds.get(ssrc!) ?? KIND.exec(heading ?? '')?.[0].toLowerCase();
		const isRemote = type.startsWith('remote-');
		const told = (name: keyof typeof FIGURES) => FIGURES[name].exec(figures)?.[1];
		const direction = way === 'in' ? 'Received' : 'Sent';
		const kilobytes = told('kilobytes');
		found.set(id, {
			id,
			type,
			ssrc: Number(ssrc),
			...(kind && { kind }),
			...(!(isRemote && way === 'in') && { [`packets${direction}`]: Number(told('packets') ?? 0) }),
			...(kilobytes && { [`bytes${direction}`]: Math.round(Number(kilobytes) * 1024) }),
			...numbers({ packetsLost: told('packetsLost'), jitter: told('jitter') }),
			...(told('roundTrip') && { roundTripTime: Number(told('roundTrip')) / 1000 })
		});
	}
	return [...found.values()];
}

const KIND = /(?<![a-z])(?:audio|video)(?![a-z])/i;

/** The kinds of the streams that the descriptions announce, by SSRC (RFC 5576, 4.1). */
function kindsIn(text: string): ReadonlyMap<string, string> {
	const kinds = new Map<string, string>();
	let kind: string | undefined;
	for (const [, section, ssrc] of text.matchAll(/^m=(audio|video) |^a=ssrc:(\d{1,10}) /gm)) {
		if (section !== undefined) kind = section;
		else if (kind !== undefined) kinds.set(ssrc!, kind);
	}
	return kinds;
}

const numbers = (told: Readonly<Record<string, string | undefined>>): Found =>
	Object.fromEntries(
		Object.entries(told).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, Number(value)]]
		)
	);
