import { damagedLines } from '../../sdp';
import { finding, lines, type Finding } from '../finding';
import { called, type Material } from '../material';

/** At most so many lines have a finding of their own. */
const MOST = 5;

/** Lines that break the grammar of their kind; what browsers make of each is not known. */
export function malformed(material: Material): Finding[] {
	const damaged = damagedLines(material.description).filter(
		({ number }) => !material.masked?.has(number)
	);
	return damaged.slice(0, MOST).map((line, at) => {
		const more = damaged.length - MOST;
		const others =
			at === MOST - 1 && more > 0 ? ` So have ${more} more lines, which are marked below.` : '';
		return finding({
			id: 'sdp.malformed-line',
			severity: 'worth knowing',
			claim: `Line ${line.number} of the ${called(material)} has a fault: ${line.problem ?? ''}${others}`,
			because: lines(material.of, [line]),
			todo: 'Mend it where it is written. Chromium refuses many malformed lines, and the description with them; Firefox often passes over them.',
			source: 'RFC 8866, 9',
			isCertain: false
		});
	});
}
