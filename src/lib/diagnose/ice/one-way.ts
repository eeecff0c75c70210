/** What one does where the checks of the other side arrive, and one’s own are not answered. */
export const ONE_WAY_TODO =
	'Compare a=ice-ufrag and a=ice-pwd of both descriptions as both sides have them; then look for a firewall that lets answers out in one direction alone.';

/** Checks of other credentials than its own are not answered, and failed ones end a pair. */
export const ONE_WAY_SOURCE = 'RFC 8445, 7.2.5 and 7.3';
