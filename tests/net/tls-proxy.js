/**
 * Takes what comes by TLS and leads it on to a port of the same machine, as a proxy before a broker does. Its words: the
 * port that it listens at, the port that it leads to, and the folder where its certificate is kept, which signs itself.
 */
import { connect } from 'node:net';
import { createServer } from 'node:tls';
import { getCertificate } from '@vitejs/plugin-basic-ssl';
import { lead } from './lead-on.js';

const [at, to, folder = ''] = process.argv.slice(2);
const pem = await getCertificate(folder, 'parley');
createServer({ key: pem, cert: pem, ALPNProtocols: ['http/1.1'] }, (socket) =>
	lead(socket, connect(Number(to), '127.0.0.1'))
).listen(Number(at));
