import { useRef, useState } from 'preact/hooks';
import { Button } from '../../components/button';
import { Icon } from '../../components/icon';
import { Note } from '../../components/note';
import { MAX_BYTES } from '../../data/import/decode';
import { t } from '../../texts/text';
import { useImport } from './import-context';

export function ChooseFile() {
  const { importer } = useImport();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');

  const read = async (file: File | undefined) => {
    if (!file) return;
    // Before it is read: the browser would first take all of it into memory.
    if (file.size > MAX_BYTES) importer.refuse(t('import.tooLarge', { megabytes: MAX_BYTES / 1024 / 1024 }));
    else importer.takeFile(file.name, new Uint8Array(await file.arrayBuffer()));
  };

  return (
    <div class="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-4">
      {importer.problem.value && <Note text={importer.problem.value} />}
      <section
        aria-label={t('import.file')}
        class={`flex flex-col items-center gap-2 rounded-lg border-2 border-dashed px-4 py-8 ${
          over ? 'border-link bg-wash' : 'border-edge bg-card'
        }`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          read(event.dataTransfer?.files[0]);
        }}
      >
        <Icon name="upload" />
        <p class="text-lg font-semibold">{t('import.drop')}</p>
        <Button look="primary" onClick={() => input.current?.click()}>
          {t('import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          class="sr-only"
          tabIndex={-1}
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label={t('import.choose')}
          onChange={(event) => {
            read(event.currentTarget.files?.[0]);
            // The same file, mended, can be chosen again.
            event.currentTarget.value = '';
          }}
        />
        <p class="max-w-96 text-center text-soft">{t('import.fileHint')}</p>
      </section>
      <label for="pasted" class="text-soft">
        {t('import.paste')}
      </label>
      <textarea
        id="pasted"
        class="control min-h-24 flex-1 py-1.5 whitespace-pre"
        placeholder={t('import.pastePlaceholder')}
        value={pasted}
        onInput={(event) => setPasted(event.currentTarget.value)}
      />
      <div class="flex justify-end">
        <Button disabled={pasted.trim() === ''} onClick={() => importer.takeText(t('import.pasted'), pasted)}>
          {t('import.usePasted')}
        </Button>
      </div>
    </div>
  );
}
