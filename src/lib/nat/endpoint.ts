import { withPort } from '$lib/ice/with-port';

/** An address and a port. */
export interface Endpoint {
	readonly address: string;
	readonly port: number;
}

/** As it is written, and compared: `192.0.2.1:3478`. */
export const written = ({ address, port }: Endpoint): string => withPort(address, port);

export const areSame = (one: Endpoint, other: Endpoint): boolean => written(one) === written(other);
