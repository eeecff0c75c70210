import { readAddress } from '../ice/address-form';
import { refused, refusedBySome, type Fault } from './fault';

/** What is meant as an address, whether it is one or not. */
const MEANT_AS_ADDRESS = /^\d+\.\d+\.\d+\.\d+$|^\[/;

/** What no host and no port has, and what a URL of a server has nowhere (RFC 7064, 3.1). */
const STRANGE = /[\s,/@#]/;

/** The host of `host:port`, as it is written: IPv6 in brackets; and what is behind it. */
export function splitHost(authority: string): { host: string; rest: string } {
	const written = /^(\[[^\]]*\]?|[^:]*)([\s\S]*)$/.exec(authority)!;
	return { host: written[1]!, rest: written[2]! };
}

/** An address without its brackets, or a name. */
export const bareHost = (host: string): string => host.replace(/^\[|\]$/g, '');

/** Whether a host, without brackets, is an address, and no name. */
export const isAddress = (host: string): boolean => typeof readAddress(host).kind === 'number';

/** What is wrong with where the server is; null where nothing is. */
export function faultOfHost(authority: string): Fault | null {
	if (STRANGE.test(authority)) {
		return refused(
			'unreadable',
			'cannot be read: behind the scheme come a host and a port, and no blank, comma, path or user.',
			'Give each server a text of its own in the list of urls; name and password are members of the object.'
		);
	}
	const { host } = splitHost(authority);
	if (host === '') {
		return refused(
			'no-host',
			'names no host behind its scheme.',
			'Write the name of the server or its address behind the colon: stun:stun.example.org.'
		);
	}
	if (/:.*:/.test(authority) && !host.startsWith('[')) {
		return refused(
			'no-brackets',
			'has an IPv6 address without brackets, so that its port cannot be told from it.',
			'Write stun:[2001:db8::1]:3478.'
		);
	}
	if (host.startsWith('[') && !host.endsWith(']')) {
		return refused('no-brackets', 'opens a bracket and does not close it.', 'Close it with “]”.');
	}
	return faultOfAddress(host);
}

function faultOfAddress(host: string): Fault | null {
	if (host.includes('%')) {
		return refusedBySome(
			'host',
			'has a “%” in its host, which Firefox refuses.',
			'Write the name as it is.'
		);
	}
	if (!MEANT_AS_ADDRESS.test(host)) return null;
	const form = readAddress(bareHost(host));
	if (form.kind === 'malformed' || (host.startsWith('[') && form.kind !== 6)) {
		return refusedBySome(
			'host',
			`has an address that is none, which Firefox refuses: ${form.kind === 'malformed' ? form.reason : 'in brackets stands an IPv6 address'}.`,
			'See how the address is written, or use the name of the server.'
		);
	}
	return null;
}
