"""A peer of ordinary BitTorrent on libtorrent, for the interop tests: one torrent, one folder, until it is killed.

Usage: classicPeer.py TORRENT_OR_MAGNET FOLDER ADDRESS PORT [DHT_HOST DHT_PORT] [--pex] [--lsd] [--peer=HOST:PORT]
  [--upload=BYTES_A_SECOND]
Writes a JSON object a line, whenever something has changed: progress, and what alerts tell of peers.
"""
import json
import sys
import time

import libtorrent

arguments = [each for each in sys.argv[1:] if not each.startswith('--')]
what, folder, address, port = arguments[:4]
dht = arguments[4:6]
session = libtorrent.session({
    'listen_interfaces': '%s:%s' % (address, port),
    'enable_dht': bool(dht),
    'dht_bootstrap_nodes': ':'.join(dht),
    'dht_restrict_routing_ips': False,
    'dht_restrict_search_ips': False,
    'dht_prefer_verified_node_ids': False,
    'dht_ignore_dark_internet': False,
    'enable_lsd': '--lsd' in sys.argv,
    'enable_upnp': False,
    'enable_natpmp': False,
    'enable_outgoing_utp': False,
    'enable_incoming_utp': False,
    'allow_multiple_connections_per_ip': True,
    'min_announce_interval': 1,
    'unchoke_interval': 1,
    'optimistic_unchoke_interval': 2,
    'alert_mask': libtorrent.alert.category_t.all_categories,
    # With no flags it has no extensions but those below.
}, 0)
if '--pex' in sys.argv:
    session.add_extension('ut_pex')
session.add_extension('ut_metadata')
if what.startswith('magnet:'):
    parameters = libtorrent.parse_magnet_uri(what)
    parameters.save_path = folder
else:
    parameters = libtorrent.add_torrent_params()
    parameters.ti = libtorrent.torrent_info(what)
    parameters.save_path = folder
handle = session.add_torrent(parameters)
for each in sys.argv[1:]:
    name, _, value = each.partition('=')
    if name == '--upload':
        handle.set_upload_limit(int(value))
    if name == '--peer':
        host, _, number = value.partition(':')
        handle.connect_peer((host, int(number)))
if dht:
    session.add_dht_node((dht[0], int(dht[1])))
last = None
asked_at = time.monotonic()
while True:
    session.pop_alerts()
    # By itself it asks once, which may be before the other is known there, and again a quarter of an hour later.
    if dht and time.monotonic() - asked_at > 3:
        asked_at = time.monotonic()
        handle.force_dht_announce()
    status = handle.status()
    peers = [
        {'host': peer.ip[0], 'port': peer.ip[1], 'client': peer.client.decode('utf-8', 'replace')}
        for peer in handle.get_peer_info()
    ]
    now = {
        'progress': status.progress,
        'isSeeding': status.is_seeding,
        'peers': peers,
        'rate': status.download_payload_rate,
    }
    if now != last:
        print(json.dumps(now), flush=True)
        last = now
    time.sleep(0.1)
