/**
 * A browser in the network namespace in which this is run, to be driven from outside of it: what comes by a socket of
 * the file system, which no namespace of the network keeps out, is led on to the browser. Its words: the browser, and
 * where the socket is to be. It says the path of its endpoint when it can be driven. Whatever it is told has it kill the
 * browser, which ends without a word to anybody; and it ends with its input.
 */
import { connect } from 'node:net';
import { chromium, firefox } from '@playwright/test';
import { launchOptions } from '../tools/browsers.js';
import { leading } from './lead-on.js';

const name = process.argv[2] === 'firefox' ? 'firefox' : 'chromium';
const driven = await { chromium, firefox }[name].launchServer(launchOptions(name));
const { port, pathname } = new URL(driven.wsEndpoint());
const led = leading(() => connect(Number(port), '127.0.0.1'));
led.listen(process.argv[3], () => process.stdout.write(`${pathname}\n`));
process.stdin.on('data', () => driven.kill());
process.stdin.on('end', async () => {
	await driven.close();
	process.exit(0);
});
