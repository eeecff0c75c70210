import { candidatesOf } from '../candidates/of-material';
import { isHelper } from '../../sdp';
import type { Finding } from '../finding';
import type { Exchange } from './exchange';
import { canPair } from './no-pair';
import { isOpen } from './unreached';

/** Whether an answer takes the section whose m= line this is, with a codec that carries something. */
function isTaken({ offer, answer }: Exchange, line: number | undefined): boolean {
	const at = offer.description.sections.findIndex(({ mLine }) => mLine?.number === line);
	const section = answer.description.sections[at];
	return (
		section?.isRejected === false && [...section.codecs.values()].some(({ key }) => !isHelper(key))
	);
}

/** The first line that a finding rests on. */
const lineOf = ({ because: [first] }: Finding) =>
	first?.kind === 'line' ? first.number : undefined;

/**
 * What is said of the candidates of one side counts for less where those of the other show that they
 * are enough: TCP that the other side has as well (RFC 6544, 6.2), and loopback within one device
 * (RFC 8445, 5.1.1.1). So do codecs that no browser has, where the other side is none and takes them. That one side
 * has no candidate counts for more where the call failed, and the other is not known outside.
 */
export function inView(exchange: Exchange): (one: Finding) => Finding {
	const { offer, answer } = exchange;
	const [mine, theirs] = [candidatesOf(offer), candidatesOf(answer)];
	const isHere = [mine, theirs].every(
		(all) => all.length > 0 && all.every(({ scope }) => scope === 'loopback')
	);
	const enough = new Set<string>([
		...(canPair(mine, theirs) ? ['ice.only-tcp'] : []),
		...(isHere ? ['ice.only-loopback'] : [])
	]);
	// Whoever announces nothing can still check whom it can reach, and is seen by that (RFC 8445, 7.3.1.3).
	const isLost = exchange.outcome === 'failed' && ![...mine, ...theirs].some(isOpen);
	const isEnough = (one: Finding) =>
		enough.has(one.id) || (one.id === 'sdp.no-browser-codec' && isTaken(exchange, lineOf(one)));
	return (one) => {
		if (isEnough(one)) return { ...one, severity: 'worth knowing' };
		const isBorneOut = isLost && one.id === 'ice.no-candidates';
		return isBorneOut ? { ...one, severity: 'breaks the call' } : one;
	};
}
