// Keeps the page for use without a network. Whatever it keeps fits together: a new version is fetched as a whole, held
// against its digests, and waits until the reader asks for it.

// Every file of the page with its SHA-256: written here when the page is built.
const FILES = {};

const PREFIX = 'portal-';
const own = () => digest(new TextEncoder().encode(JSON.stringify(FILES))).then(name => PREFIX + name);

async function digest(bytes) {
    const hash = await crypto.subtle.digest('SHA-256', bytes);
    return Array.from(new Uint8Array(hash), byte => byte.toString(16).padStart(2, '0')).join('');
}

addEventListener('install', event => {
    event.waitUntil((async () => {
        const cache = await caches.open(await own());
        for (const [name, hash] of Object.entries(FILES)) {
            // What an older version kept and has not changed need not come again.
            const old = await caches.match(name);
            if (old && await digest(await old.clone().arrayBuffer()) === hash) {
                await cache.put(name, old);
                continue;
            }
            // Some servers lead away from the name of the front page, and a page that was led away is no page to start.
            const response = await fetch(name === 'index.html' ? './' : name, { cache: 'no-cache' });
            if (!response.ok || await digest(await response.clone().arrayBuffer()) !== hash) {
                // The server is between two versions; the browser tries again on the next visit.
                throw new Error(`${name} is not the file that was named`);
            }
            await cache.put(name, response);
        }
    })());
});

addEventListener('activate', event => {
    event.waitUntil((async () => {
        const name = await own();
        const names = await caches.keys();
        await Promise.all(names.filter(old => old.startsWith(PREFIX) && old !== name).map(old => caches.delete(old)));
    })());
});

addEventListener('message', event => {
    if (event.data === 'renew') skipWaiting();
});

addEventListener('fetch', event => {
    const address = new URL(event.request.url);
    const folder = new URL('./', location);
    if (event.request.method !== 'GET' || !address.href.startsWith(folder.href)) return;
    const name = address.pathname.slice(folder.pathname.length) || 'index.html';
    if (!(name in FILES)) return;
    event.respondWith((async () => {
        const cache = await caches.open(await own());
        return await cache.match(name) ?? fetch(event.request);
    })());
});
