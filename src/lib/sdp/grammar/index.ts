import { bandwidth } from './bandwidth';
import { candidates } from './candidates';
import { compileAttributeRules, compileLineRules } from './compile';
import { connection } from './connection';
import { crypto } from './crypto';
import { data } from './data';
import { dataChannels } from './data-channels';
import { direction } from './direction';
import { dtls } from './dtls';
import { formatParameters } from './format-parameters';
import { formats } from './formats';
import { grouping } from './grouping';
import { headerExtensions } from './header-extensions';
import { ice } from './ice';
import { imageattr } from './imageattr';
import { informative } from './informative';
import { media } from './media';
import { obsolete } from './obsolete';
import { rid } from './rid';
import { rtcp } from './rtcp';
import { session } from './session';
import { simulcast } from './simulcast';
import { sources } from './sources';
import { streams } from './streams';
import { times } from './times';
import { vendorSpecific } from './vendor-specific';
import { workspace } from './workspace';

/** The lines that are no attributes, by their letter. */
export const LINE_RULES = compileLineRules(session, times, connection, bandwidth, media);

/** The attributes, by their name. */
export const ATTRIBUTE_RULES = compileAttributeRules(
	grouping,
	streams,
	direction,
	candidates,
	ice,
	dtls,
	crypto,
	formats,
	formatParameters,
	imageattr,
	rtcp,
	headerExtensions,
	sources,
	rid,
	simulcast,
	data,
	dataChannels,
	informative,
	workspace,
	obsolete,
	vendorSpecific
);
