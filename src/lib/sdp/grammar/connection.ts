import type { Rules } from '../rule';
import { rfc } from '../spec';
import { WEBRTC } from '../usage';
import { clip } from '../words';
import { addressMeaning, addressTypeMeaning, isPlaceholder, NETWORK_TYPE_MEANING } from './address';

export const connection: Rules = {
	c: {
		sample: 'c=IN IP4 0.0.0.0',
		about: 'The address to send to, if ICE were not used',
		shape: '{nettype} {addrtype} {connection-address}[/{ttl}[/{number-of-addresses}]]',
		level: 'both',
		spec: rfc(8866, '5.7'),
		usage: WEBRTC,
		fields: {
			nettype: NETWORK_TYPE_MEANING,
			addrtype: addressTypeMeaning,
			'connection-address': addressMeaning,
			ttl: 'How many routers a multicast packet may pass.',
			'number-of-addresses': 'How many multicast addresses follow one another.'
		},
		explain: (fields) => {
			const address = fields.get('connection-address');
			return isPlaceholder(address)
				? 'A placeholder: with ICE the addresses come from the candidates, and none has been chosen yet.'
				: `The address of the default candidate, ${clip(address)}: where media would go if the other side knew no ICE.`;
		}
	}
};
