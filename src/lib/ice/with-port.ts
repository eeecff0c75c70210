/** An address or a name with its port, IPv6 in brackets (RFC 3986, 3.2.2). */
export function withPort(address: string, port: number): string {
	return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
