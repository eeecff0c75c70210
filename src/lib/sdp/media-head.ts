import type { Fields } from './fields';

/** What the m= line says of its section, which every line of the section asks for. */
export interface MediaHead {
	readonly kind: string;
	readonly isData: boolean;
	readonly isRtp: boolean;
	/** Port 0. */
	readonly isClosed: boolean;
}

/** @param fields those of the m= line; undefined for the session part, which has none */
export function headOf(fields: Fields | undefined): MediaHead {
	const proto = fields?.get('proto') ?? '';
	return {
		kind: fields?.get('media') ?? 'session',
		isData: proto.includes('SCTP'),
		isRtp: proto.includes('RTP/'),
		isClosed: fields?.get('port') === '0'
	};
}
