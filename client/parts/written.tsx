import { visibleMarkers } from '../../domain/text/markers.js';

/** Somebody’s words as they wrote them; what would act unseen in them (reordering controls, say) is drawn by its name. */
export function Written({ text }: { readonly text: string }) {
  return visibleMarkers(text).map((run, i) =>
    run.kind === 'text' ? (
      run.text
    ) : (
      <span key={i} className="marker">
        {run.name}
      </span>
    ),
  );
}
