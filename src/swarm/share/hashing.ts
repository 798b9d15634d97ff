import type { Milliseconds } from '../../core/brand.ts'
import { safeName } from '../../core/safePath.ts'
import { SEALED_NAME } from '../../core/sealSecret.ts'
import { shareNameOf } from '../../core/shareName.ts'
import type { Manifest } from '../../seal/manifest.ts'
import type { Seal } from '../../seal/seal.ts'
import { RECORD, sealedSize } from '../../seal/sizes.ts'
import { FileUnreadable } from '../../storage/hashing/hashPieces.ts'
import { readableAmong } from '../../storage/hashing/readable.ts'
import { makeInfo, MAX_FILES, type NewInfo } from '../../torrent/metainfo.ts'
import { choosePieceLength } from '../../torrent/pieces.ts'
import { OpenContents } from '../contents/openContents.ts'
import { loadUnsealing } from '../contents/loadUnsealing.ts'
import { isSingle } from '../arrangeFiles.ts'
import { NO_TERMS, type LocalFile, type SealTerms } from '../engineApi.ts'
import type { Unhashed } from '../handedOver.ts'
import { nextTask } from '../nextTask.ts'
import { localFilesOf } from '../shareSource.ts'
import { Active } from './active.ts'
import { knownOf, type Known } from './known.ts'
import { digest } from './digest.ts'
import { keptFiles } from './keeping.ts'
import type { Life } from './life.ts'
import { SwarmError } from '../problems.ts'

/** The user's own files are being hashed. */
export class Hashing {
  readonly kind = 'hashing'
  readonly member = null
  readonly pieceStore = null
  /** From when they are hashed. */
  known: Known | null = null
  #files: readonly LocalFile[]
  readonly #life: Life<Active>

  constructor(life: Life<Active>, files: readonly LocalFile[]) {
    this.#life = life
    this.#files = files
  }

  /** Settles when it has become another phase, or failed. */
  start(): Promise<void> {
    return this.#life.attempt(this.#hash(this.#files))
  }

  rename(name: string): void {
    // Afterwards the name is part of the info hash.
    if (this.known) return
    this.#life.record.name = safeName(name)
    this.#life.rememberDraft()
    this.#life.touch()
  }

  /** What is still to be hashed, to be handed to another engine. */
  unhashed(): readonly Unhashed[] {
    const { id, name } = this.#life.record
    return this.known ? [] : [{ id, name, sealed: this.#isSealed, terms: this.#terms, files: this.#files }]
  }

  async #hash(files: readonly LocalFile[]): Promise<void> {
    const { record, context, signal } = this.#life
    if (files.length > MAX_FILES) throw new SwarmError({ code: 'too-many-files', most: MAX_FILES })
    this.#life.rememberDraft()
    const blobs = files.map(({ file }) => file)
    const { name } = record
    const sealing = this.#isSealed ? await loadUnsealing() : null
    // Each time another one: what was hashed before may have been other bytes.
    const sealed =
      sealing && (await sealing.sealAnew(this.#terms.password, manifestOf(name, files, this.#terms.endsAt)))
    const seal = sealed?.seal ?? null
    const pieceLength = seal
      ? choosePieceLength(sealedSize(seal), RECORD)
      : choosePieceLength(record.toldSize)
    const pieces = await digest(this.#life, blobs, { pieceLength, seal }).catch((error: unknown) => {
      signal.throwIfAborted()
      return this.#withoutUnreadable(files, error)
    })
    if (!pieces) return
    // The name is sealed with the rest, and somebody has changed it meanwhile.
    if (seal && record.name !== name) return this.#hash(files)
    const bytes = makeInfo({
      ...this.#outside(files, seal),
      pieceLength,
      pieces,
      private: context.config.trackerMode === 'private',
    })
    // As one that came from others: of many files that takes long, and is done beside the page.
    const metainfo = await context.readTorrent({ kind: 'info', bytes })
    const contents = sealed
      ? await sealing.openSealed(metainfo, sealed.opener, sealed.seal.manifest)
      : new OpenContents(metainfo)
    signal.throwIfAborted()
    record.secret = sealed?.opener.secret ?? null
    record.stretched = sealed?.opener.stretched ?? null
    const known = (this.known = knownOf(metainfo, contents, record.linkedFiles))
    record.name = known.contents.name
    record.keptFiles = keptFiles(blobs, files)
    await context.identified(record.id, metainfo.infoHash)
    await context.registrar.register(metainfo)
    await nextTask()
    signal.throwIfAborted()
    const active = Active.giving(this.#life, known, blobs)
    this.#life.become(active)
    this.#life.remember()
    // Without one it is a share as any other, whose files have to be chosen again.
    if (record.source.kind === 'files' && record.source.keepsCopy) active.keepCopy().catch(() => undefined)
    await context.library?.deleteDraft(record.id).catch(() => undefined)
  }

  get #isSealed(): boolean {
    const { source } = this.#life.record
    return source.kind === 'files' && source.sealed
  }

  get #terms(): SealTerms {
    const { source } = this.#life.record
    return source.kind === 'files' ? source.terms : NO_TERMS
  }

  /** What the torrent says of what it holds. */
  #outside(files: readonly LocalFile[], seal: Seal | null): Pick<NewInfo, 'name' | 'files' | 'single'> {
    if (seal) {
      const file = { path: [SEALED_NAME], length: sealedSize(seal) }
      return { name: SEALED_NAME, files: [file], single: true }
    }
    return {
      name: this.#life.record.name,
      files: files.map(({ path, file }) => ({ path, length: file.size })),
      single: isSingle(files),
    }
  }

  /** Goes on with those of the files that can be read, and answers null; throws the error again where none is left. */
  async #withoutUnreadable(files: readonly LocalFile[], error: unknown): Promise<null> {
    const { record } = this.#life
    const { source } = record
    if (!(error instanceof FileUnreadable) || source.kind !== 'files') throw error
    const readable = await readableAmong(files)
    const rest = files.filter((file, index) => readable.has(file) && index !== error.file)
    if (rest.length === 0 || rest.length === files.length) throw error
    const gone = files.filter((file) => !rest.includes(file)).map(({ path }) => path.join('/'))
    record.source = { ...source, files: rest, leftOut: [...(source.leftOut ?? []), ...gone] }
    record.localFiles = localFilesOf(record.source)
    this.#files = rest
    // A name that was made of theirs is made of those that are left; any other is somebody's choice.
    const namedAfter = (named: readonly LocalFile[]) => safeName(shareNameOf(named.map(({ path }) => path)))
    if (record.name === namedAfter(files)) record.name = namedAfter(rest)
    await this.#hash(rest)
    return null
  }
}

function manifestOf(name: string, files: readonly LocalFile[], expires: Milliseconds | null): Manifest {
  const listed = files.map(({ path, file }) => ({
    path,
    length: file.size,
    type: file.type,
    modified: file.lastModified,
  }))
  return { name, files: listed, expires }
}
