import { startPlainGateway } from 'paygate-bff/src/failure-model/plain-gateway.ts';
import { createCipher } from 'paygate-core/wire';

// A process of its own: what the gateway costs is no cost of the resolver. `executed` or `nothing`
// is what it tells about every capture of all of CHF 50.00.
const [merchantId = '', cipherKey = '', macKey = '', told] = process.argv.slice(2);
const cap = told === 'executed' ? 50_00 : 0;
const credentials = { merchantId, cipher: createCipher('blowfish', cipherKey), macKey };
const { url } = await startPlainGateway(credentials, () => ({ auth: 50_00, cap, cred: 0 }));
process.stdout.write(`${url}\n`);
