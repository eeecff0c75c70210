import { candidatesOf } from '../candidates/of-material';
import { isHelper } from '../../sdp';
import type { Finding } from '../finding';
import type { Material } from '../material';
import type { Exchange } from './exchange';
import { canPair } from './no-pair';

/** Whether an answer has a codec that carries something in each section that it takes, and takes all. */
const hasCodecs = ({ description }: Material) =>
	description.sections.every(
		(section) =>
			!section.isRtp ||
			(!section.isRejected && [...section.codecs.values()].some(({ key }) => !isHelper(key)))
	);

/**
 * What is said of the candidates of one side counts for less where those of the other show that they
 * are enough: TCP that the other side has as well (RFC 6544, 6.2), and loopback within one device
 * (RFC 8445, 5.1.1.1). So do codecs that no browser has, where the other side is none and takes them.
 */
export function inView({ offer, answer }: Exchange): (one: Finding) => Finding {
	const [mine, theirs] = [candidatesOf(offer), candidatesOf(answer)];
	const isHere = [mine, theirs].every(
		(all) => all.length > 0 && all.every(({ scope }) => scope === 'loopback')
	);
	const enough = new Set<string>([
		...(canPair(mine, theirs) ? ['ice.only-tcp'] : []),
		...(isHere ? ['ice.only-loopback'] : [])
	]);
	if (hasCodecs(answer)) enough.add('sdp.no-browser-codec');
	return (one) => (enough.has(one.id) ? { ...one, severity: 'worth knowing' } : one);
}
