import type { Candidate, CandidateType } from '$lib/ice';
import { Agent } from './agent';
import { Network, SERVER, type Arrival, type Networks } from './network';
import { otherSide, SIDES, type Message, type Packet, type Side } from './packet';
import { HIM, NAME } from './words';

/** Whom both may ask: nobody; a STUN server; a TURN server, whose answer tells what STUN tells as well (RFC 8656, 7.2). */
export const SERVERS = ['none', 'stun', 'turn'] as const;
export type Servers = (typeof SERVERS)[number];

/** A call that is simulated. */
export interface Call extends Networks {
	readonly servers: Servers;
	/** Who made the offer, and so has the last word on the pair. */
	readonly controlling: Side;
}

/** What came of it. */
export interface Outcome {
	readonly connected: boolean;
	/** The pair that is used, by the types of its candidates, as each side sees it; null where there is none. */
	readonly selected: Readonly<Record<Side, Ends>> | null;
	/** What each side gathered, before any check. */
	readonly gathered: Readonly<Record<Side, readonly Candidate[]>>;
	/** Every packet, in the order in which they were sent. */
	readonly packets: readonly Packet[];
}

/** The types of a pair's two candidates, as one side sees them. */
export interface Ends {
	readonly local: CandidateType;
	readonly remote: CandidateType;
}

/**
 * How often a pair is checked. A browser sends a request seven times (RFC 8489, 6.2.1): here nothing is lost by
 * chance, so the second finds the way that the other side’s check has opened meanwhile.
 */
const TRIES = 2;

/**
 * Simulates a call, packet by packet: both sides gather, tell each other what they have, and check it as RFC 8445
 * has it. It is deterministic, and simpler than a real one: packets take no time and none is lost by chance, a
 * server asks for no password, mappings do not end, a NAT sends nothing back in that came from inside
 * (hairpinning), and a pair that is worse than one which works is not checked any more.
 */
export function simulate(call: Call): Outcome {
	const network = new Network(call);
	let transactions = 0;
	const agentOf = (side: Side) =>
		new Agent(
			side,
			side === call.controlling ? 'controlling' : 'controlled',
			network,
			() => (transactions += 1)
		);
	const agents = { john: agentOf('john'), jane: agentOf('jane') };
	const inTurn = [agents[call.controlling], agents[otherSide(call.controlling)]] as const;

	for (const agent of inTurn) gather(agent, call.servers);
	const gathered = { john: [...agents.john.local], jane: [...agents.jane.local] };
	for (const side of SIDES) agents[side].meet(gathered[otherSide(side)]);
	if (call.servers === 'turn') for (const agent of inTurn) permit(agent);

	for (let round = 0; round < TRIES; round += 1) checkAll(agents, inTurn, round);
	const [controlling] = inTurn;
	if (controlling.best) follow(agents, controlling.check(controlling.best, true));
	settle(agents, inTurn);

	return outcome(agents, gathered, network);
}

/** Asks the server (RFC 8445, 5.1.1.2). The answer to Allocate tells the address outside as well. */
function gather(agent: Agent, servers: Servers): void {
	if (servers === 'none') return;
	const { network, side } = agent;
	const host = network.hosts[side];
	const kind = servers === 'stun' ? 'binding' : 'allocate';
	const transaction = agent.transaction();
	const asked = network.send(side, 'host', SERVER, { kind, is: 'request', transaction });
	if (!asked) return;
	const mapped = asked.from;
	const answer: Message =
		kind === 'binding'
			? { kind, is: 'response', transaction, mapped }
			: { kind, is: 'response', transaction, mapped, relayed: network.allocate(side, mapped) };
	const told = network.answer(mapped, answer, side);
	if (!told) return;
	const isNew = agent.found('srflx', mapped, host);
	if (answer.kind === 'allocate') agent.found('relay', answer.relayed, null);
	const reflexive = isNew ? 'a srflx candidate' : 'no candidate beside the host one, which it is';
	network.learn(
		told.number,
		`${NAME[side]} learns as whom the server sees ${HIM[side]}: ${reflexive}${kind === 'allocate' ? '; and is lent an address: a relay candidate' : ''}.`
	);
}

/** Allows the other side's addresses to send to the relay (RFC 8656, 9): one request for all of them. */
function permit({ network, side, remote, transaction }: Agent): void {
	const message = { kind: 'permission', transaction: transaction() } as const;
	const asked = network.send(side, 'host', SERVER, { ...message, is: 'request' });
	if (!asked) return;
	network.permit(
		side,
		remote.map(({ address }) => address)
	);
	network.answer(asked.from, { ...message, is: 'response' }, side);
}

type Agents = Readonly<Record<Side, Agent>>;

/** Each side in turn checks the next of its pairs; those that an incoming check asks for come first. */
function checkAll(agents: Agents, inTurn: readonly Agent[], round: number): void {
	let isBusy = true;
	while (isBusy) {
		isBusy = false;
		for (const agent of inTurn) {
			settle(agents, inTurn);
			const best = agent.best?.priority ?? -1n;
			const pair = agent.pairs
				.filter((one) => !one.valid && one.tries <= round && one.priority > best)
				.reduce<Agent['pairs'][number] | null>(
					(first, one) => (first && first.priority >= one.priority ? first : one),
					null
				);
			if (!pair) continue;
			isBusy = true;
			follow(agents, agent.check(pair));
		}
	}
	settle(agents, inTurn);
}

/** Performs the checks that others asked for, until none is left. */
function settle(agents: Agents, inTurn: readonly Agent[]): void {
	for (;;) {
		const agent = inTurn.find(({ triggered }) => triggered.length > 0);
		if (!agent) return;
		const pair = agent.triggered.shift()!;
		if (!pair.valid) follow(agents, agent.check(pair));
	}
}

/** What comes of a check that arrived: an answer, and what that proves. */
function follow(agents: Agents, check: Arrival | null): void {
	if (!check || check.at === 'server') return;
	const answer = agents[check.at].asked(check);
	if (answer && answer.at !== 'server') agents[answer.at].answered(answer);
}

function outcome(agents: Agents, gathered: Outcome['gathered'], { packets }: Network): Outcome {
	const endsOf = (side: Side): Ends | null => {
		const pair = agents[side].selected;
		return pair && { local: typeOf(pair.local), remote: typeOf(pair.remote) };
	};
	const [john, jane] = [endsOf('john'), endsOf('jane')];
	const selected = john && jane ? { john, jane } : null;
	return { connected: selected !== null, selected, gathered, packets };
}

const typeOf = ({ type }: Candidate) => type as CandidateType;
