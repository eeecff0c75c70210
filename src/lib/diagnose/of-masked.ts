import { isMaskedPort } from '../ice';
import type { Finding } from './finding';
import type { Material } from './material';

/** Whether the port of a section was masked in its head, the first of several. */
export const isMaskedHead = (line: string): boolean =>
	line.startsWith('m=') && isMaskedPort(line.split(' ', 2)[1]?.split('/')[0] ?? '');

/**
 * Whether a finding rests, in one of the descriptions, on nothing but what was masked there: that is no fault of the
 * description, whatever it is compared with. The head of a section stands for all that is in it, also where its port is masked.
 */
export const isOfMasked =
	(...materials: readonly Material[]) =>
	({ id, because }: Finding): boolean => {
		const isMasked = ({ of, masked }: Material) => {
			const lines = because.filter((one) => one.kind === 'line').filter((one) => one.of === of);
			return (
				lines.length > 0 &&
				lines.every(({ number, text }) => masked?.has(number) && !isMaskedHead(text))
			);
		};
		// Only this one says that addresses are masked.
		return id !== 'ice.masked-addresses' && materials.some(isMasked);
	};
