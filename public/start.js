// Starts the program, from the page itself where it holds it, else from the folder that the page came from. The
// program's own script stands before this one, and public/notice.js, which says what can be done where the program does
// not start, or stops, in the head of the page. That is so in the page that release/ lays out; Trunk's page starts the
// program by a script of its own.
{
    const byId = id => document.getElementById(id);
    // A copy on disk has lost its manifest, and has none of the files beside it.
    const hosted = document.querySelector('link[rel=manifest]') !== null;

    let stopped = false;
    function stop(why, detail) {
        stopped = true;
        portalStop(why, detail);
    }
    // Told by the program's script, whatever called the program (release/src/program.js).
    addEventListener('portal-stopped', () => setTimeout(stop, 0, 'stopped'));

    // What a browser saved with the page: it is drawn anew.
    window.portalBegun = true;
    byId('page').textContent = '';
    byId('page').hidden = false;
    byId('stopped').hidden = true;
    byId('loading').hidden = true;
    setTimeout(() => { byId('loading').hidden = stopped; }, 400);

    // The style of all but the first page, hosted in a file of its own. The first page is painted without, so that it is
    // there the sooner; the program tells when it is (src/ui/frame/first_paint.rs). Any other waits for it.
    async function dress() {
        if (byId('late-style')) return;
        const late = byId('late');
        if (late.dataset.file && hosted) {
            // Without it everything works all the same.
            const sheet = await fetch(late.dataset.file).catch(console.warn);
            // Within the page, so that a saved copy has it.
            if (sheet && sheet.ok) late.innerHTML = `<style id="late-style">${await sheet.text()}</style>`;
        }
        document.head.append(late.content.cloneNode(true));
    }
    const dressed = /^#?\/?$/.test(location.hash) ? addEventListener('portal-painted', dress) : dress();

    // Unpacks gzip.
    function gunzipped(packed) {
        if (!window.DecompressionStream) return inflated(packed);
        return new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    }

    // The same where the browser does not: Firefox before 113, Safari before 16.4. RFC 1951, a bit at a time.
    function inflated(packed) {
        const end = new DataView(packed.buffer, packed.byteOffset + packed.length - 4);
        const out = new Uint8Array(end.getUint32(0, true));
        let [at, length, held, count] = [10, 0, 0, 0];
        const bits = wanted => {
            for (; count < wanted; count += 8) held |= packed[at++] << count;
            const taken = held & (1 << wanted) - 1;
            held >>>= wanted;
            count -= wanted;
            return taken;
        };
        // A code by the lengths of its words: how many there are of each length, and what they mean, in their order.
        const codeOf = lengths => {
            const counts = new Array(16).fill(0);
            for (const length of lengths) counts[length]++;
            const values = lengths.map((length, value) => ({ length, value })).filter(word => word.length > 0);
            values.sort((one, other) => one.length - other.length || one.value - other.value);
            return { counts, values };
        };
        const next = ({ counts, values }) => {
            let [word, first, place] = [0, 0, 0];
            for (let length = 1; length < 16; length++) {
                word = word << 1 | bits(1);
                first <<= 1;
                if (word - first < counts[length]) return values[place + word - first].value;
                place += counts[length];
                first += counts[length];
            }
            throw new Error('the program in this page is damaged');
        };
        // Lengths and distances: where each begins, and by how many bits it goes on.
        const [lengths, distances] = [[4, 28, 3], [2, 30, 1]].map(([same, count, base]) =>
            Array.from({ length: count }, (_, place) => {
                const more = Math.max(0, Math.floor(place / same) - 1);
                const entry = { base, more };
                base += 1 << more;
                return entry;
            }));
        lengths.push({ base: 258, more: 0 });
        const fixed = [
            codeOf(Array.from({ length: 288 }, (_, value) => value < 144 ? 8 : value < 256 ? 9 : value < 280 ? 7 : 8)),
            codeOf(new Array(30).fill(5)),
        ];
        const described = () => {
            const [words, far, given] = [bits(5) + 257, bits(5) + 1, bits(4) + 4];
            const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
            const own = new Array(19).fill(0);
            for (let place = 0; place < given; place++) own[order[place]] = bits(3);
            const code = codeOf(own);
            const all = [];
            while (all.length < words + far) {
                const value = next(code);
                if (value < 16) all.push(value);
                else if (value === 16) for (let last = all[all.length - 1], times = 3 + bits(2); times > 0; times--) all.push(last);
                else for (let times = value === 17 ? 3 + bits(3) : 11 + bits(7); times > 0; times--) all.push(0);
            }
            return [codeOf(all.slice(0, words)), codeOf(all.slice(words))];
        };
        for (let last = false; !last;) {
            last = bits(1) === 1;
            const kind = bits(2);
            if (kind === 0) {
                bits(count & 7);
                const size = bits(16);
                bits(16);
                for (let left = size; left > 0; left--) out[length++] = bits(8);
                continue;
            }
            const [words, far] = kind === 1 ? fixed : described();
            for (let value = next(words); value !== 256; value = next(words)) {
                if (value < 256) {
                    out[length++] = value;
                    continue;
                }
                const long = lengths[value - 257];
                const times = long.base + bits(long.more);
                const back = distances[next(far)];
                const distance = back.base + bits(back.more);
                for (let left = times; left > 0; left--, length++) out[length] = out[length - distance];
            }
        }
        return out;
    }

    async function begin() {
        // Kernels before Chromium 86, Firefox 78 and Safari 14, of those that can read this script.
        if (!Element.prototype.replaceChildren) return stop('old');
        keepTranslated(byId('page'));
        if (typeof __wbg_init === 'undefined') return;
        const program = byId('program');
        if (program) {
            const files = JSON.parse(program.textContent);
            const unpacked = name => new Response(gunzipped(Uint8Array.from(atob(files[name]), sign => sign.charCodeAt(0))));
            partsFrom(unpacked);
            await __wbg_init({ module_or_path: await unpacked('portal_bg.wasm').arrayBuffer() });
        } else if (!hosted) {
            stop('bare');
        } else if (origin === 'null') {
            // A frame that may not have the page's own origin may not fetch its program either.
            stop('framed', location.href.split('#')[0]);
        } else {
            // The page's head has begun to fetch it.
            const [response] = await Promise.all([fetched, dressed]);
            if (!isServed(response)) return stop('unserved', response.status);
            partsFrom(async name => {
                const part = await fetch(name);
                // Asked for by src/ui/frame/parts.rs when a part is missing.
                window.portalUnserved = !isServed(part);
                return part;
            });
            await __wbg_init({ module_or_path: response });
            setTimeout(() => keep().catch(console.warn), 2000);
        }
    }

    // Some servers hand out no file whose type they do not know (IIS), some their front page instead.
    function isServed(response) {
        return response.ok && !/^text\/html/.test(response.headers.get('content-type'));
    }

    // Keeps everything for use without a network, and tells the program when a newer version waits.
    async function keep() {
        const workers = navigator.serviceWorker;
        // Not there on a page that is not served securely, or where the reader forbids it.
        if (!workers) return;
        const registered = await workers.register('sw.js');
        const announce = () => {
            if (registered.waiting && workers.controller) dispatchEvent(new Event('portal-newer'));
        };
        registered.addEventListener('updatefound', () => {
            if (registered.installing) registered.installing.addEventListener('statechange', announce);
        });
        announce();
        let wanted = false;
        addEventListener('portal-renew', () => {
            wanted = true;
            if (registered.waiting) registered.waiting.postMessage('renew');
            else location.reload();
        });
        workers.addEventListener('controllerchange', () => {
            if (wanted) location.reload();
            // Renewed in another window.
            else dispatchEvent(new Event('portal-newer'));
        });
        await workers.ready;
        // A page that is saved from now on takes the program along, so that the copy starts from disk.
        const whole = await caches.match('portal.html');
        const page = whole && new DOMParser().parseFromString(await whole.text(), 'text/html');
        const held = page && page.getElementById('program');
        if (held) byId('draft').before(held);
    }

    // Translators take text nodes out of the page and put <font> elements in their place. The program goes on writing
    // into its own nodes, and the page would show old amounts. So the node goes back, empty, before its translation: when
    // the program writes into it or takes it away, the translation goes. The page asks not to be translated, but not
    // every translator listens.
    function keepTranslated(page) {
        const translations = new Map();
        const known = font => [...translations.values()].some(translation => translation.font === font);
        const follow = records => {
            for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
                const written = translations.get(target);
                if (written) {
                    written.font.remove();
                    translations.delete(target);
                }
                for (const node of removedNodes) {
                    if (node.isConnected || node.nodeType !== Node.TEXT_NODE) continue;
                    const translation = translations.get(node);
                    if (translation) {
                        translation.font.remove();
                        translations.delete(node);
                        continue;
                    }
                    const beside = [...addedNodes, previousSibling, nextSibling];
                    const font = beside.find(is => is && is.nodeName === 'FONT' && is.isConnected && !known(is));
                    if (!font) continue;
                    translations.set(node, { font, text: node.data });
                    node.data = '';
                    font.before(node);
                }
            }
            for (const [node, { font, text }] of translations) {
                if (font.isConnected) continue;
                // The translator has gone back to the original.
                translations.delete(node);
                if (node.isConnected && node.data === '') node.data = text;
            }
            // What was done here is not the program's doing.
            observer.takeRecords();
        };
        const observer = new MutationObserver(follow);
        observer.observe(page, { childList: true, characterData: true, subtree: true });
    }

    begin().catch(error => {
        if (!stopped) console.error(error);
        stop('unable');
    });
}
