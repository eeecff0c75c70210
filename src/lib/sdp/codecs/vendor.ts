import { clip } from '../words';
import type { Parameters } from './parameters';

/** Parameters that Chromium understands for any codec; applications add them to a description. */
export const VENDOR_PARAMETERS: Parameters = {
	'x-google-min-bitrate': (value) => `Chromium sends at least ${clip(value)} kbit/s`,
	'x-google-start-bitrate': (value) => `Chromium begins with ${clip(value)} kbit/s`,
	'x-google-max-bitrate': (value) => `Chromium sends at most ${clip(value)} kbit/s`,
	'x-google-max-quantization': (value) => `Chromium quantises no coarser than ${clip(value)}`
};
