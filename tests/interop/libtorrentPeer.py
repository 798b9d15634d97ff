"""A peer that runs on libtorrent, for the interop tests: one torrent, one folder, until it is killed.

Usage: libtorrentPeer.py TORRENT FOLDER ADDRESS PORT UPLOAD_LIMIT
The limit is in bytes a second; 0 for none.
Writes a JSON object a line, whenever something has changed: progress, and what the tracker says.
"""
import json
import sys
import time

import libtorrent

torrent, folder, address, port, limit = sys.argv[1:6]
session = libtorrent.session({
    'listen_interfaces': '%s:%s' % (address, port),
    'enable_dht': False,
    'enable_lsd': False,
    'enable_upnp': False,
    'enable_natpmp': False,
    'allow_multiple_connections_per_ip': True,
    'min_announce_interval': 1,
    'unchoke_interval': 1,
    'optimistic_unchoke_interval': 2,
    'alert_mask': libtorrent.alert.category_t.all_categories,
})
handle = session.add_torrent({'ti': libtorrent.torrent_info(torrent), 'save_path': folder})
handle.set_upload_limit(int(limit))
last = None
while True:
    for alert in session.pop_alerts():
        if isinstance(alert, libtorrent.tracker_error_alert):
            print(json.dumps({'error': alert.message()}), flush=True)
        elif isinstance(alert, libtorrent.tracker_reply_alert):
            print(json.dumps({'peers': alert.num_peers}), flush=True)
    status = handle.status()
    now = {'progress': status.progress, 'isSeeding': status.is_seeding}
    if now != last:
        print(json.dumps(now), flush=True)
        last = now
    if sys.stdin in __import__('select').select([sys.stdin], [], [], 0)[0]:
        line = sys.stdin.readline().strip()
        if line == 'announce':
            handle.force_reannounce(0, -1, libtorrent.reannounce_flags_t.ignore_min_interval)
        else:
            break
    time.sleep(0.1)
