// Serves the site as it was built: npm start, npm start -- --host, npm start -- --host --https
import { parseArgs } from 'node:util';
import basicSsl from '@vitejs/plugin-basic-ssl';
import encodeQR from 'qr';
import { preview } from 'vite';

const USAGE = `npm start -- [--host] [--https]
  --host   for other machines on the network as well
  --https  with a certificate that signs itself: browsers warn of it once, and allow camera and sealed rooms then`;

function options() {
	try {
		return parseArgs({
			options: {
				host: { type: 'boolean', default: false },
				https: { type: 'boolean', default: false }
			}
		}).values;
	} catch (error) {
		console.error(`${/** @type {Error} */ (error).message}\n${USAGE}`);
		process.exit(2);
	}
}

const { host, https } = options();
const server = await preview({
	preview: { host },
	plugins: https ? [basicSsl()] : []
});
server.printUrls();
const [first] = server.resolvedUrls?.network ?? [];
if (first) console.log(`\n${encodeQR(first, 'ascii')}\n${first}`);
if (host && !https) {
	console.log(
		'Without --https a browser on another machine has no camera here, and no room for two machines: the test pattern works.'
	);
}
