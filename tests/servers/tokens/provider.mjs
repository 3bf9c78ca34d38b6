// An authorization server for tests: oidc-provider, on loopback over TLS.
//
//     node provider.mjs OPTIONS.json
//
// OPTIONS: modules (the folder node_modules), certificate and key (PEM files), signingKey (base64, of HS256: the mail server's own, so that
// it takes these tokens by itself), subject (whose tokens they are), clients: [{id, secret, method}] with method client_secret_post or
// client_secret_basic, certified: {id, certificate (PEM file)} for private_key_jwt, and methods (those that it takes). It prints its issuer when it serves, and ends
// with its standard input.
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { pathToFileURL } from 'node:url';

const options = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { default: Provider } = await import(pathToFileURL(`${options.modules}/oidc-provider/lib/index.js`));
const mail = 'https://outlook.office365.com';
const asksByItself = { grant_types: ['client_credentials'], redirect_uris: [], response_types: [] };

const clients = options.clients.filter(({ method }) => options.methods.includes(method)).map(({ id, secret, method }) => ({
    client_id: id, client_secret: secret, token_endpoint_auth_method: method, ...asksByItself,
}));
if (options.certified) {
    const jwk = createPublicKey(readFileSync(options.certified.certificate)).export({ format: 'jwk' });
    clients.push({
        client_id: options.certified.id, token_endpoint_auth_method: 'private_key_jwt', token_endpoint_auth_signing_alg: 'PS256',
        jwks: { keys: [{ ...jwk, use: 'sig', alg: 'PS256' }] }, ...asksByItself,
    });
}

const configuration = {
    clients,
    clientAuthMethods: options.methods,
    enabledJWA: { clientAuthSigningAlgValues: ['PS256'] },
    features: {
        devInteractions: { enabled: false },
        clientCredentials: { enabled: true },
        resourceIndicators: {
            enabled: true,
            defaultResource: () => mail,
            useGrantedResource: () => true,
            getResourceServerInfo: () => ({
                scope: `${mail}/.default`, audience: mail, accessTokenFormat: 'jwt', accessTokenTTL: 3600,
                jwt: { sign: { alg: 'HS256', key: Buffer.from(options.signingKey, 'base64') } },
            }),
        },
    },
    scopes: [`${mail}/.default`],
    formats: {
        customizers: {
            jwt: (ctx, token, jwt) => {
                jwt.header = { ...jwt.header, typ: 'JWT' };
                jwt.payload.sub = options.subject;
            },
        },
    },
};

let answer = (request, response) => response.writeHead(503).end();
const server = createServer({ key: readFileSync(options.key), cert: readFileSync(options.certificate) },
    (request, response) => answer(request, response));
server.listen(0, '127.0.0.1', () => {
    const issuer = `https://localhost:${server.address().port}`;
    answer = new Provider(issuer, configuration).callback();
    console.log(issuer);
});
process.stdin.on('end', () => process.exit()).resume();
