import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../../src/lib/nat';
import { startCoturn } from '../tools/coturn';
import { USER } from '../tools/login';

export type Side = 'john' | 'jane';
export const SIDES: readonly Side[] = ['john', 'jane'];

/** The public segment: what both routers are on, and the server. */
const PUBLIC = 'parley-public';
/** The server on it. */
export const SERVER = '203.0.113.1';
const PORT = 3478;
/** All the rest of the Internet, which never answers. */
const ELSEWHERE = 'parley-elsewhere';
const NOWHERE = '203.0.113.254';
/** What each side has: a host behind a router, which has an address on the public segment. */
const PLACES = {
	john: { host: 'parley-john', router: 'parley-john-nat', outside: '203.0.113.2', lan: '10.77.1' },
	jane: { host: 'parley-jane', router: 'parley-jane-nat', outside: '203.0.113.3', lan: '10.77.2' }
} as const;
const SPACES = [
	PUBLIC,
	ELSEWHERE,
	...SIDES.flatMap((side) => [PLACES[side].router, PLACES[side].host])
];

const FOUND_IN = ['/usr/sbin', '/usr/bin', '/sbin', '/bin', '/usr/local/bin'];
const isThere = (program: string) => FOUND_IN.some((folder) => existsSync(join(folder, program)));

/** What these tests need and this machine has not: nothing where they can be run. */
export function missing(): string[] {
	const needed = { ip: 'iproute2', nft: 'nftables', turnserver: 'coturn' };
	const lacks = Object.entries(needed).filter(([program]) => !isThere(program));
	const names = lacks.map(([program, from]) => `${program} (Debian: ${from})`);
	return process.getuid?.() === 0 ? names : ['to be root, for network namespaces', ...names];
}

const ip = (words: string) => execFileSync('ip', words.split(' '), { stdio: 'pipe' });
/** Has a command run within a network namespace. */
export const within = (space: string, words: string): readonly [string, string[]] => [
	'ip',
	['netns', 'exec', space, ...words.split(' ')]
];
const run = (space: string, words: string, input = '') =>
	execFileSync(...within(space, words), { stdio: 'pipe', input });

/** The network namespace in which the host of a side is. */
export const hostOf = (side: Side): string => PLACES[side].host;

/** Removes what an earlier run may have left as well. */
export function removeNetworks(): void {
	const there = execFileSync('ip', ['netns', 'list']).toString();
	for (const space of SPACES)
		if (new RegExp(`^${space}\\b`, 'm').test(there)) ip(`netns del ${space}`);
}

/** One segment for all, and two hosts behind a router each, which do not translate anything yet. */
export function makeNetworks(): void {
	removeNetworks();
	for (const space of SPACES) {
		ip(`netns add ${space}`);
		ip(`-n ${space} link set lo up`);
		run(space, 'sysctl -qw net.ipv4.ip_forward=1');
	}
	ip(`-n ${PUBLIC} link add segment type bridge`);
	ip(`-n ${PUBLIC} addr add ${SERVER}/24 dev segment`);
	ip(`-n ${PUBLIC} link set segment up`);
	// coturn ends an allocation that has sent to where no route leads: so one leads on, to where all is dropped.
	ip(`link add uplink netns ${ELSEWHERE} type veth peer name elsewhere netns ${PUBLIC}`);
	ip(`-n ${PUBLIC} link set elsewhere master segment up`);
	ip(`-n ${ELSEWHERE} addr add ${NOWHERE}/24 dev uplink`);
	ip(`-n ${ELSEWHERE} link set uplink up`);
	run(ELSEWHERE, 'sysctl -qw net.ipv4.ip_forward=0');
	ip(`-n ${PUBLIC} route add default via ${NOWHERE}`);
	for (const side of SIDES) {
		const { host, router, outside, lan } = PLACES[side];
		ip(`link add wan netns ${router} type veth peer name ${side} netns ${PUBLIC}`);
		ip(`-n ${PUBLIC} link set ${side} master segment up`);
		ip(`-n ${router} addr add ${outside}/24 dev wan`);
		ip(`-n ${router} link set wan up`);
		ip(`-n ${router} route add default via ${SERVER}`);
		ip(`link add lan netns ${router} type veth peer name eth0 netns ${host}`);
		ip(`-n ${router} addr add ${lan}.1/24 dev lan`);
		ip(`-n ${router} link set lan up`);
		ip(`-n ${host} addr add ${lan}.2/24 dev eth0`);
		ip(`-n ${host} link set eth0 up`);
		ip(`-n ${host} route add default via ${lan}.1`);
	}
}

/**
 * Masquerading in Linux keeps the port of the socket where it is free, for all destinations; with `fully-random` each
 * destination gets a port of its own. What was not asked for is dropped before it is remembered: else a check
 * that came too early would have its port taken for it, and the mapping would change.
 */
const masquerade = (flags: string) => `
table ip translation {
	chain out { type nat hook postrouting priority srcnat; oifname "wan" masquerade ${flags}; }
	chain in { type filter hook input priority filter; iifname "wan" ct state new drop; }
	chain through { type filter hook forward priority filter; iifname "wan" ct state new drop; }
}`;
const RULES: Partial<Record<Kind, string>> = {
	none: '',
	'port-restricted cone': masquerade(''),
	symmetric: masquerade('fully-random')
};

/** Makes the router of a side one of this kind: with none, its host has an address that everybody reaches. */
export function setNetwork(side: Side, kind: Kind): void {
	const rules = RULES[kind];
	if (rules === undefined) throw new RangeError(`Linux makes no NAT of the kind “${kind}” here.`);
	const { router, outside, lan } = PLACES[side];
	run(router, 'nft -f -', `flush ruleset\n${rules}`);
	const route = `${lan}.0/24 via ${outside}`;
	if (kind === 'none') ip(`-n ${PUBLIC} route replace ${route}`);
	else if (ip(`-n ${PUBLIC} route show ${route}`).length > 0) ip(`-n ${PUBLIC} route del ${route}`);
}

/** Cuts the router of a side off, as where a cable is pulled at the provider, or joins it again. */
export function setCut(side: Side, isCut: boolean): void {
	ip(`-n ${PUBLIC} link set ${side} ${isCut ? 'nomaster' : 'master segment'}`);
}

/** What a connection is told of the server: of STUN alone, or of TURN as well. */
export const SERVERS = {
	none: [],
	stun: [{ urls: `stun:${SERVER}:${PORT}` }],
	turn: [
		{ urls: `stun:${SERVER}:${PORT}` },
		{ urls: `turn:${SERVER}:${PORT}?transport=udp`, ...USER }
	]
} satisfies Record<string, RTCIceServer[]>;

/** Has a command run on the server. */
export const onServer = (command: string) => within(PUBLIC, command);

/** Whether somebody listens on the server at a port of TCP. */
export const isTaken = (port: number) => run(PUBLIC, 'ss -Hltn').toString().includes(`:${port} `);

const isOpen = () => run(PUBLIC, 'ss -Hlun').toString().includes(`${SERVER}:${PORT}`);

/** coturn, on the public segment. @returns ends it */
export async function startServer(): Promise<() => void> {
	const end = await startCoturn({ host: SERVER, port: PORT }, { within: onServer, isOpen });
	if (end === null) throw new Error(`coturn does not listen at ${SERVER}:${PORT}.`);
	return end;
}
