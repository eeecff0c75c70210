import { clip } from '../words';
import { whole, type Parameters } from './parameter';

/** Parameters that Chromium understands for any codec; applications add them to a description. */
export const VENDOR_PARAMETERS: Parameters = {
	'x-google-min-bitrate': whole((value) => `Chromium sends at least ${clip(value)} kbit/s`),
	'x-google-start-bitrate': whole((value) => `Chromium begins with ${clip(value)} kbit/s`),
	'x-google-max-bitrate': whole((value) => `Chromium sends at most ${clip(value)} kbit/s`),
	'x-google-max-quantization': whole((value) => `Chromium quantises no coarser than ${clip(value)}`)
};
