import { networkInterfaces } from 'node:os';

/** An address of this machine that others reach. Firefox asks no server on loopback over UDP. */
export const ownAddress = () =>
	Object.values(networkInterfaces())
		.flatMap((all) => all ?? [])
		.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
