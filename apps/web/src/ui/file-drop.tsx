"use client";

import { useEffect, useRef, useState, type ChangeEvent } from "react";
import { Icon } from "./icon/icon.tsx";
import { iconFileCsv } from "./icon/paths/file-csv.ts";

type FileDropProps = {
  /** Who the file is loaded for; named while a file hangs over the page. */
  customer: string;
  hint: string;
  onFiles: (files: File[]) => void;
  /** Lets a key open the chooser. */
  register?: ((open: () => void) => void) | undefined;
};

/** A place for files; the whole page takes a drop. */
export function FileDrop({ customer, hint, onFiles, register }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const over = usePageDrop(onFiles);
  useEffect(() => register?.(() => input.current?.click()), [register]);

  function choose(event: ChangeEvent<HTMLInputElement>) {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = "";
  }

  return (
    <>
      <label className="drop">
        <span className="dropic">
          <Icon d={iconFileCsv} size={20} />
        </span>
        <span>
          <b className="strong">Drop a claim file here</b> or <span className="link">choose one</span>
        </span>
        <span className="meta">{hint}</span>
        <input ref={input} className="sr" type="file" accept=".csv,.tsv,.txt,text/csv" aria-label="Claim file" multiple onChange={choose} />
      </label>
      {over ? (
        <div className="dropcover" aria-hidden="true">
          <p className="sentence">
            Drop to load claims for <b>{customer}</b>
          </p>
        </div>
      ) : null}
    </>
  );
}

function usePageDrop(onFiles: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const on = (name: "dragover" | "dragleave" | "drop", handler: (event: DragEvent) => void) =>
      document.addEventListener(name, handler, { signal: stop.signal });
    on("dragover", (event) => {
      event.preventDefault();
      setOver(true);
    });
    on("dragleave", (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    on("drop", (event) => {
      event.preventDefault();
      setOver(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    });
    return () => stop.abort();
  }, [onFiles]);
  return over;
}
