/** An area from a file of one's own: read and checked here, its polygons alone are sent. */
import { useId, useState } from 'preact/hooks'
import { type FileFault, type FileRead, readAreaFile, readAreaShapes } from '../../model/areas/area-file.ts'
import { type Region, useSession } from '../../state/session.ts'
import { choicesWords } from '../../words/choices.ts'

interface Props {
  /** Of the file that was read; empty: none. */
  name: string
  /** Null: the file cannot be used. */
  onChange: (name: string, shape: GeoJSON.MultiPolygon | null) => void
}

export function FileChoice({ name, onChange }: Props) {
  const w = choicesWords()
  const id = useId()
  const { region } = useSession()
  const [fault, setFault] = useState<FileFault | null>(null)
  const [polygons, setPolygons] = useState(0)

  async function read(file: File): Promise<void> {
    const found = await readFile(file, region.bbox)
    if ('fault' in found) {
      setFault(found.fault)
      onChange('', null)
      return
    }
    setFault(null)
    setPolygons(found.polygons)
    onChange(file.name, found.shape)
  }

  return (
    <div class="field">
      <label for={id}>{w.fileChoose}</label>
      <input
        id={id}
        type="file"
        accept=".geojson,.json,.kml,.kmz,application/geo+json,application/json,application/vnd.google-earth.kml+xml,application/vnd.google-earth.kmz"
        aria-describedby={`${id}-help ${id}-wrong`}
        aria-invalid={fault !== null}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0]
          if (file) void read(file)
        }}
      />
      <p id={`${id}-help`} class="help" aria-live="polite">
        {name !== '' && fault === null ? (polygons > 0 ? w.fileRead(name, polygons) : name) : w.fileHelp}
      </p>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {fault === null ? '' : w.fileFaults[fault]}
      </p>
    </div>
  )
}

/** KML begins as XML does, KMZ as a ZIP; whatever else shall be GeoJSON. */
const KML = /^\s*<|^PK/

async function readFile(file: File, bbox: Region['bbox']): Promise<FileRead> {
  const bytes = new Uint8Array(await file.arrayBuffer().catch(() => new ArrayBuffer(0)))
  const text = new TextDecoder().decode(bytes)
  if (!KML.test(text)) return readAreaFile(text, bbox)
  const { readKml } = await import('./kml.ts')
  const shapes = readKml(bytes)
  if (shapes === null) return { fault: 'not_kml' }
  return shapes === 'linked' ? { fault: 'linked' } : readAreaShapes(shapes, bbox)
}
