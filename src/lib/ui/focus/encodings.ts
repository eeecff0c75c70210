import {
	PEER_NAMES,
	type Attributes,
	type Encoding,
	type PeerName,
	type RtpStats,
	type SessionView,
	type TraceEntry,
	type TransceiverState
} from '$lib/trace';
import { grouped, whole } from '$lib/trace/numbers';
import { bitratesOf } from '$lib/trace/series';
import { stepIn } from './step-entries';

/** An encoding that a step has made, changed or left. */
export interface ChangedEncoding {
	peer: PeerName;
	encoding: Encoding;
	/** The sender makes it no more. */
	isGone: boolean;
}

/**
 * The encodings of each sender of which a step has changed any, those that are gone among them, in the
 * order in which the sender had them.
 *
 * @param entries at least the entries of the view
 */
export function encodingsChanged(
	view: SessionView,
	entries: readonly TraceEntry[],
	step: string | null
): ChangedEncoding[] {
	const own = (step !== null && stepIn(view, entries, step)?.entries) || [];
	const [first] = own;
	if (!first) return [];
	const earlier = entries.slice(0, first.seq).filter(({ attempt }) => attempt === view.attempt);
	return PEER_NAMES.flatMap((peer) => {
		const before = transceiversIn(earlier, peer) ?? [];
		const now = transceiversIn(own, peer) ?? before;
		return now.flatMap(({ transceiver, encodings = [] }): ChangedEncoding[] => {
			const was = before.find((one) => one.transceiver === transceiver)?.encodings ?? [];
			if (JSON.stringify(was) === JSON.stringify(encodings)) return [];
			const isLeft = ({ rid }: Encoding) => encodings.some((one) => one.rid === rid);
			return [
				...encodings.map((encoding) => ({ peer, encoding, isGone: false })),
				...was.filter((one) => !isLeft(one)).map((encoding) => ({ peer, encoding, isGone: true }))
			];
		});
	});
}

function transceiversIn(
	entries: readonly TraceEntry[],
	peer: PeerName
): TransceiverState[] | undefined {
	const attributes = entries.flatMap(({ kind, peer: of, data }) =>
		kind === 'changed' && of === peer ? [(data as unknown as Partial<Attributes>).transceivers] : []
	);
	return attributes.findLast((transceivers) => transceivers !== undefined);
}

/** `q: scaleResolutionDownBy 4`, and what that says. */
export function encodingWords({ encoding, isGone }: ChangedEncoding): [text: string, note: string] {
	const { rid, active, scaleResolutionDownBy: times = 1 } = encoding;
	if (isGone) return [`${rid}: removed`, 'The sender makes it no more.'];
	const text = `${rid}: scaleResolutionDownBy ${times}`;
	if (!active) return [`${text}, active false`, 'It is not sent.'];
	const size = times === 1 ? 'The whole picture.' : `1/${times} of the width and of the height.`;
	return [text, size];
}

/**
 * The streams of one direction, section by section, and in each by size: browsers report them in any order,
 * and Chromium also those that were never sent, for their encodings are gone.
 */
export function inOrder(streams: readonly RtpStats[]): RtpStats[] {
	const isUsed = ({ packets, quality }: RtpStats) => packets > 0 || quality?.active !== false;
	// One that is still to come may be the largest.
	const widthOf = ({ frameWidth }: RtpStats) => frameWidth ?? Number.MAX_SAFE_INTEGER;
	return streams
		.filter(isUsed)
		.sort(
			(a, b) =>
				(a.mid ?? '').localeCompare(b.mid ?? '', 'en', { numeric: true }) || widthOf(a) - widthOf(b)
		);
}

/** `640 × 360`; empty where no size is reported. */
export function sizeOf({ frameWidth, frameHeight }: RtpStats): string {
	return frameWidth && frameHeight ? `${frameWidth} × ${frameHeight}` : '';
}

/**
 * Each layer of simulcast that a peer sends or has sent: its name and size, and what it costs.
 *
 * @param entries at least the entries of the view
 */
export function layersSent(
	view: SessionView,
	entries: readonly TraceEntry[],
	peer: PeerName
): [text: string, note: string][] {
	const rateOf = bitratesOf(entries, view.length, peer);
	const streams = inOrder(view.peers[peer].stats?.outbound ?? []);
	const isOne = streams.every(({ mid }) => mid === streams[0]!.mid);
	return streams.flatMap((rtp): [string, string][] => {
		const { mid, quality, packets } = rtp;
		if (quality?.rid === undefined) return [];
		const bits = rateOf(rtp);
		const cost = bits === null ? '' : `, ${whole(bits / 1000)} kbit/s now`;
		// A name is good within its section (RFC 8851, 5).
		const name = isOne ? quality.rid : `mid ${mid}, ${quality.rid}`;
		const text = [name, sizeOf(rtp)].filter(Boolean).join(': ');
		return [[text, `${grouped(packets)} packets sent${cost}.`]];
	});
}
