import type { Finding } from './finding';
import type { Material } from './material';

/**
 * Whether a finding rests, in one of the descriptions, on nothing but what was masked there: that is no fault of the
 * description, whatever it is compared with.
 */
export const isOfMasked =
	(...materials: readonly Material[]) =>
	({ id, because }: Finding): boolean => {
		const isMasked = ({ of, masked }: Material) => {
			const lines = because.filter((one) => one.kind === 'line').filter((one) => one.of === of);
			return lines.length > 0 && lines.every(({ number }) => masked?.has(number));
		};
		// Only this one says that addresses are masked.
		return id !== 'ice.masked-addresses' && materials.some(isMasked);
	};
