import './field.css';

interface Props {
  readonly id: string;
  readonly message: string | undefined;
}

/** The error of a field or a group of them, where it stands; nothing without one. */
export function FieldMessage({ id, message }: Props) {
  if (!message) return null;
  return (
    <p className="field-error" id={id}>
      <span className="hidden-visually">Error: </span>
      {message}
    </p>
  );
}
