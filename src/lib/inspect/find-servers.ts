import type { ToldServer } from '../diagnose';
import type { IceServer } from '../servers/ice-server';
import { finderIn } from './line-finder';
import { readPrinted } from './statistics/printed-value';
import { isObject } from './values';

/** What looks like servers of ICE: the member, or entries with a URL of STUN or TURN. */
const LIST = /\b(?:iceServers|ice_servers)\b["']?\s{0,4}[:=]\s{0,4}(?=[[{])/g;
const ENTRY = /[{,]\s{0,80}["']?urls?["']?\s{0,4}:\s{0,4}\[?\s{0,80}["'`]\s{0,4}(?:stun|turn)s?:/;
const COMMENT = /(^|[\s,;{}[\]])\/\/[^\r\n]*/g;
const SERVER = /^\s*(?:stun|turn)s?:/i;
/** What an entry has (webrtc-pc, 4.2.2, and what it had before); events of errors have a url, too. */
const MEMBERS = new Set(['urls', 'url', 'username', 'credential', 'credentialType', 'password']);
const DEEPEST = 6;

/** An entry as it is written. */
interface Written {
	readonly urls: unknown;
	readonly username: unknown;
	readonly credential: unknown;
	readonly names: ReadonlySet<string>;
	/** The texts among its URLs. */
	readonly given: readonly string[];
	readonly line: number;
}

/** The servers of ICE in a text: JavaScript, JSON, or what is like it. Linear. */
export function findServers(text: string): ToldServer[] {
	return find(text).map(({ urls, given, names, username, credential, line }) => ({
		// What is no text is a variable, of which nothing is known.
		urls: given.filter(isNoVariable),
		isOld: urls === undefined,
		hasUsername: isGiven(username, names.has('username')),
		hasCredential: isGiven(credential, names.has('credential')),
		line
	}));
}

/** The same servers, with their user names and credentials, to be used. */
export function readServers(text: string): IceServer[] {
	return find(text).map(({ given, username, credential }) => ({
		urls: given.filter(isNoVariable).map((url) => url.trim()),
		username: textOf(username),
		credential: textOf(credential)
	}));
}

const isNoVariable = (url: string) => /[:\s/]/.test(url);
const textOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

function find(text: string): Written[] {
	const isAlone = ENTRY.test(text);
	if (!isAlone && text.search(LIST) === -1) return [];
	const code = text.replace(COMMENT, (whole, before: string) => before.padEnd(whole.length));
	const finder = finderIn(code);
	const found: Written[] = [];
	let end = 0;
	for (const { 0: whole, index } of code.matchAll(LIST)) {
		const at = index + whole.length;
		if (at < end) continue;
		const read = readPrinted(code, at);
		take(read.value, true, finder.lineAt(index), found, 0);
		end = read.end;
	}
	if (found.length > 0 || !isAlone) return found;
	const at = code.search(/[[{]/);
	take(readPrinted(code, at).value, false, finder.lineAt(at), found, 0);
	return found;
}

function take(value: unknown, isList: boolean, line: number, into: Written[], depth: number) {
	if (depth > DEEPEST) return;
	if (Array.isArray(value)) for (const one of value) take(one, isList, line, into, depth + 1);
	else if (isObject(value)) {
		const { urls, url, username } = value;
		const given = [urls ?? url].flat().filter((one): one is string => typeof one === 'string');
		const names = new Set(Object.keys(value));
		const isAlone = [...names].every((name) => MEMBERS.has(name));
		if (given.length > 0 && (isList || (isAlone && given.some((one) => SERVER.test(one))))) {
			const credential = value.credential ?? value.password;
			into.push({ urls, username, credential, names, given, line });
		} else for (const one of Object.values(value)) take(one, isList, line, into, depth + 1);
	}
}

/** A member that is an expression has something; an empty text has not. */
const isGiven = (value: unknown, isThere: boolean) =>
	isThere ? value !== '' && value !== null && value !== undefined : Boolean(value);
