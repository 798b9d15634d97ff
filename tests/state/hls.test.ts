import { expect, test } from 'vitest'
import { addressInShare, pathInShare } from '../../src/state/hls/swarmLoader.ts'

test('what a playlist names is a file of the share, or nothing', () => {
  const playlist = addressInShare(['a film', 'quality 0', 'list.m3u8'])
  expect(pathInShare(playlist)).toEqual(['a film', 'quality 0', 'list.m3u8'])
  const named = (reference: string) => pathInShare(new URL(reference, playlist).href)
  expect(named('part%20000.ts')).toEqual(['a film', 'quality 0', 'part 000.ts'])
  expect(named('../quality 1/list.m3u8')).toEqual(['a film', 'quality 1', 'list.m3u8'])
  expect(named('../../../../x.ts')).toEqual(['x.ts'])
  expect(named('https://tracker.example/spy.ts')).toBeNull()
  expect(named('//tracker.example/spy.ts')).toBeNull()
  expect(pathInShare('https://swarm.invalid/%')).toBeNull()
})
