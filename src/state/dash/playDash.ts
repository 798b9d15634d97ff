import shaka from 'shaka-player/dist/shaka-player.dash-es2021.js'
import { labelOf, languageTag } from '../labelOf.ts'
import { OwnCaptions, type OwnCue } from '../ownCaptions.ts'
import { addressInShare } from '../parts/address.ts'
import { AHEAD, partOpener, preferredSound, type PartsOptions } from '../parts/filmInParts.ts'
import { partsOfShare } from './swarmScheme.ts'

const { Player, net } = shaka

/** A manifest is a stranger's text, and may name addresses anywhere: nothing but parts of the share is ever read. */
for (const scheme of ['http', 'https', 'data', 'blob']) net.NetworkingEngine.unregisterScheme(scheme)

/** Plays a film in many parts (DASH) that lies in a share, each segment from the swarm; answers the way to stop. */
export function playDash(media: HTMLMediaElement, options: PartsOptions): () => void {
  const { share, index, failed } = options
  const gone = new AbortController()
  const player = new Player()
  const captions = new OwnCaptions(media, {
    choose: (id) => player.selectTextTrack(player.getTextTracks().find((track) => track.id === id) ?? null),
    offered: options.captions,
    gone: gone.signal,
  })
  const parts = partsOfShare(partOpener(media, options))
  // One film plays at a time.
  net.NetworkingEngine.registerScheme('https', parts.scheme)
  player.getNetworkingEngine()?.registerRequestFilter(parts.filter)
  player.configure({
    manifest: { disableThumbnails: true, retryParameters: patient() },
    // What is here already tells nothing of the line, and comes at once.
    abr: { useNetworkInformation: false, switchInterval: 2 },
    streaming: { bufferingGoal: AHEAD, bufferBehind: AHEAD, retryParameters: patient() },
    textDisplayFactory: () => displayer(player, captions),
  })
  const on = (event: string, act: () => void) => {
    player.addEventListener(event, act)
  }
  const tellQuality = () => {
    const shown = player.getVariantTracks().find(({ active }) => active)
    options.quality(shown?.height ?? 0)
  }
  const tellSound = () => options.sound(player.getAudioTracks().findIndex(({ active }) => active))
  on('adaptation', tellQuality)
  on('variantchanged', tellQuality)
  on('audiotrackchanged', tellSound)
  on('error', failed)
  const offer = () => {
    const sounds = player.getAudioTracks().map(({ label, language }) => ({
      name: label ?? '',
      language: languageTag(language),
    }))
    const choose = (at: number) => {
      const track = player.getAudioTracks()[at]
      if (track) player.selectAudioTrack(track)
    }
    options.sounds(sounds, choose)
    const preferred = preferredSound(sounds)
    if (preferred >= 0) choose(preferred)
    captions.offer(
      player.getTextTracks().map(({ id, language, label, originalTextId }) => ({
        id,
        language: languageTag(language),
        label: labelOf(language, label ?? originalTextId ?? ''),
      })),
    )
    tellSound()
    tellQuality()
  }
  player
    .attach(media)
    .then(() => player.load(addressInShare(share.files[index]?.path ?? []), null, 'application/dash+xml'))
    .then(offer)
    .catch(() => {
      if (!gone.signal.aborted) failed()
    })
  return () => {
    gone.abort()
    net.NetworkingEngine.unregisterScheme('https')
    void player.destroy()
  }
}

/** A piece that nobody has yet is waited for. */
function patient() {
  return { maxAttempts: 1, timeout: 0, stallTimeout: 0, connectionTimeout: 0 }
}

/** Puts what the library reads into the track that is shown. */
function displayer(player: shaka.Player, captions: OwnCaptions): shaka.extern.TextDisplayer {
  let visible = false
  return {
    configure: () => undefined,
    append: (cues) => {
      const active = player.getTextTracks().find((track) => track.active)
      if (active) captions.add(active.id, cues.flatMap(saidIn))
    },
    remove: () => true,
    setTextLanguage: () => undefined,
    isTextVisible: () => visible,
    setTextVisibility: (on) => {
      visible = on
    },
    destroy: () => Promise.resolve(),
  }
}

/** What a caption says, without its look. */
function saidIn(cue: shaka.text.Cue): OwnCue[] {
  if (cue.isContainer) return cue.nestedCues.flatMap(saidIn)
  return [{ from: cue.startTime, to: cue.endTime, text: textOf(cue).trim() }]
}

function textOf({ payload, nestedCues, lineBreak }: shaka.text.Cue): string {
  return lineBreak ? '\n' : escaped(payload) + nestedCues.map(textOf).join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
